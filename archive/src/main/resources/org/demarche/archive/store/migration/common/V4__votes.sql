-- Votes are searched by voter, by whom they are directed against, and by the words of their sentence.
ALTER TABLE vote ADD COLUMN sentence_id BIGINT REFERENCES sentence (id);
ALTER TABLE vote ADD COLUMN voter_name TEXT NOT NULL DEFAULT '';
ALTER TABLE vote ADD COLUMN voter_sectors TEXT NOT NULL DEFAULT '';
ALTER TABLE vote ADD COLUMN against_name TEXT NOT NULL DEFAULT '';
ALTER TABLE vote ADD COLUMN against_sectors TEXT NOT NULL DEFAULT '';
UPDATE vote SET sentence_id = (SELECT max(s.id) FROM sentence s WHERE s.version_id = vote.version_id AND s.position = vote.sentence);
CREATE INDEX vote_first_day ON vote (first_day, id) WHERE current = 1;
CREATE INDEX vote_sentence ON vote (sentence_id);
CREATE INDEX vote_article ON vote (article_id);
