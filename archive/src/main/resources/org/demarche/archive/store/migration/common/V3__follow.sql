-- ---- following ----

-- When it was first read: readings of the same words by later runs keep it, so that coding anew makes no news. What a person writes is new.
ALTER TABLE event ADD COLUMN added TEXT NOT NULL DEFAULT '';
UPDATE event SET added = coalesce(
  CASE by_person WHEN 1
    THEN (SELECT max(c.made) FROM correction c WHERE c.event_key = event.key AND c.after IS NOT NULL)
    ELSE (SELECT min(c.coded) FROM event o JOIN coding c ON c.version_id = o.version_id AND c.run_id = o.run_id WHERE o.key = event.key)
  END,
  (SELECT v.added FROM article_version v WHERE v.id = event.version_id));
CREATE INDEX event_added ON event (added, id) WHERE current = 1;

-- Nothing was ever written to the first draft of it.
DROP TABLE digest;
CREATE TABLE digest (
  saved_search_id BIGINT PRIMARY KEY REFERENCES saved_search (id) ON DELETE CASCADE,
  hour       INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  zone       TEXT NOT NULL,
  -- nothing older is told
  since      TEXT NOT NULL,
  -- what came in until then has been told
  sent_until TEXT NOT NULL,
  -- when a letter is due, or tried again
  next_due   TEXT NOT NULL,
  last_sent  TEXT,
  -- letters that could not be sent in a row, and why the last one could not
  failures   INTEGER NOT NULL,
  last_error TEXT
);
CREATE INDEX digest_next_due ON digest (next_due);

-- Written before it is sent, so that none is sent twice whatever happens meanwhile.
CREATE TABLE letter (
  id              ${id},
  saved_search_id BIGINT NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
  begun           TEXT NOT NULL,
  -- sending, sent, failed; interrupted: nobody knows whether it left
  state           TEXT NOT NULL,
  -- SHA-256 of the word in its link for unsubscribing
  unsubscribe_hash TEXT NOT NULL UNIQUE,
  events          INTEGER NOT NULL
);
CREATE INDEX letter_saved_search ON letter (saved_search_id, begun);
CREATE INDEX letter_state ON letter (state, begun);

-- What was told of late: articles that came in slowly may be dated before the letter that did not see them.
CREATE TABLE letter_event (
  saved_search_id BIGINT NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
  event_key TEXT NOT NULL,
  added     TEXT NOT NULL,
  letter_id BIGINT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  PRIMARY KEY (saved_search_id, event_key)
)${clustered};
CREATE INDEX letter_event_letter ON letter_event (letter_id);

-- ---- accounts ----

-- read or write
ALTER TABLE api_token ADD COLUMN scope TEXT NOT NULL DEFAULT 'write';
-- until its address is confirmed an account may not log in
ALTER TABLE account ADD COLUMN confirmed TEXT;
UPDATE account SET confirmed = created;
