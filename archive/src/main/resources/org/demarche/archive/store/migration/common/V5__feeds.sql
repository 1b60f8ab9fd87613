-- What a feed needs to be read on; failures are kept once each, and counted.

ALTER TABLE feed ADD COLUMN not_before TEXT;
-- why it could not be read last time
ALTER TABLE feed ADD COLUMN problem TEXT;
-- hashes of the entries read, oldest first, between spaces
ALTER TABLE feed ADD COLUMN seen TEXT NOT NULL DEFAULT '';
-- how many articles came through it
ALTER TABLE feed ADD COLUMN articles BIGINT NOT NULL DEFAULT 0;
-- until when somebody is reading it
ALTER TABLE feed ADD COLUMN claimed TEXT;

ALTER TABLE failure ADD COLUMN feed_id BIGINT REFERENCES feed (id) ON DELETE CASCADE;
ALTER TABLE failure ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX failure_subject ON failure (stage, subject);
