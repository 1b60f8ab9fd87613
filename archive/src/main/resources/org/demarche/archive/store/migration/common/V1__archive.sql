-- Placeholders: id (a key that numbers itself), bytes (a blob), clustered (rows kept in the key's order). Instants are ISO 8601 in UTC with
-- milliseconds, days ISO 8601, flags 0 and 1: text and numbers that sort alike in SQLite and PostgreSQL.

-- ---- articles ----

CREATE TABLE article (
  id        ${id},
  -- its address, or where it was read from: the same article has the same key
  key       TEXT NOT NULL UNIQUE,
  -- the newest version's number, from 1
  version   INTEGER NOT NULL,
  added     TEXT NOT NULL,
  changed   TEXT NOT NULL,
  title     TEXT NOT NULL,
  language  TEXT NOT NULL,
  -- the day, empty where not known
  published TEXT NOT NULL,
  url       TEXT,
  -- the outlet that wrote it and those it came through, normalised, for searching and counting
  source    TEXT NOT NULL,
  via       TEXT NOT NULL,
  -- the text of which this one is a reprint; its own id where it is none
  original  BIGINT
);
CREATE INDEX article_changed ON article (changed, id);
CREATE INDEX article_published ON article (published, id);
CREATE INDEX article_source ON article (source);
CREATE INDEX article_original ON article (original);

CREATE TABLE article_version (
  id           ${id},
  article_id   BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number       INTEGER NOT NULL,
  -- SHA-256 of all that the version says
  content_hash TEXT NOT NULL,
  added        TEXT NOT NULL,
  text         TEXT NOT NULL,
  -- title, byline, lead, moments, image, rights, credit, blocks, hops: PressArticle as JSON
  page         TEXT NOT NULL,
  UNIQUE (article_id, number)
);
CREATE INDEX article_version_content ON article_version (content_hash);

CREATE TABLE hop (
  version_id BIGINT NOT NULL REFERENCES article_version (id) ON DELETE CASCADE,
  -- 0 is the outlet that wrote it
  position   INTEGER NOT NULL,
  -- its host without www., and its name in lower case, either empty where not known
  host       TEXT NOT NULL,
  name_key   TEXT NOT NULL,
  name       TEXT NOT NULL,
  url        TEXT,
  date       TEXT,
  rights     TEXT,
  PRIMARY KEY (version_id, position)
);
CREATE INDEX hop_host ON hop (host);
CREATE INDEX hop_name ON hop (name_key);

CREATE TABLE article_link (
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  other_id   BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  -- reprint or version of the other one, translation of it, mention of it
  kind       TEXT NOT NULL,
  PRIMARY KEY (article_id, other_id, kind)
);
CREATE INDEX article_link_other ON article_link (other_id);

-- By these reprints are found (press.duplicate).
CREATE TABLE sketch (
  article_id BIGINT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  address    TEXT,
  outlet     TEXT NOT NULL,
  credit     TEXT NOT NULL,
  title      TEXT NOT NULL,
  published  TEXT,
  hashes     ${bytes} NOT NULL
);
CREATE INDEX sketch_address ON sketch (address);
CREATE TABLE sketch_key (
  hash       BIGINT NOT NULL,
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (hash, article_id)
)${clustered};
CREATE INDEX sketch_key_article ON sketch_key (article_id);

-- ---- codings ----

CREATE TABLE run (
  id       ${id},
  coder    TEXT NOT NULL,
  codebook TEXT NOT NULL,
  parser   TEXT NOT NULL,
  first_used TEXT NOT NULL,
  UNIQUE (coder, codebook, parser)
);

CREATE TABLE coding (
  version_id BIGINT NOT NULL REFERENCES article_version (id) ON DELETE CASCADE,
  run_id     BIGINT NOT NULL REFERENCES run (id),
  coded      TEXT NOT NULL,
  PRIMARY KEY (version_id, run_id)
);
CREATE INDEX coding_run ON coding (run_id);

-- Events and votes of every coding are kept, so that runs can be compared; outcomes and mentions of the newest.
CREATE TABLE sentence (
  id         ${id},
  version_id BIGINT NOT NULL REFERENCES article_version (id) ON DELETE CASCADE,
  -- the newest run that cut the text so
  run_id     BIGINT NOT NULL REFERENCES run (id),
  position   INTEGER NOT NULL,
  start_at   INTEGER NOT NULL,
  end_at     INTEGER NOT NULL,
  -- coded, none, failed
  outcome    TEXT NOT NULL,
  reason     TEXT NOT NULL,
  UNIQUE (version_id, start_at, end_at)
);

CREATE TABLE mention (
  version_id BIGINT NOT NULL REFERENCES article_version (id) ON DELETE CASCADE,
  start_at   INTEGER NOT NULL,
  end_at     INTEGER NOT NULL,
  code       TEXT NOT NULL,
  sectors    TEXT NOT NULL,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  how        TEXT NOT NULL
);
CREATE INDEX mention_version ON mention (version_id, start_at);
CREATE INDEX mention_code ON mention (code);

-- What is filtered by; the whole event is in event_detail, so that a scan of this table is short.
CREATE TABLE event (
  id         ${id},
  -- the same for what several runs read in the same words about the same two parties
  key        TEXT NOT NULL,
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  version_id BIGINT NOT NULL REFERENCES article_version (id) ON DELETE CASCADE,
  run_id     BIGINT NOT NULL REFERENCES run (id),
  -- 1 where it counts: of the newest version and coding, not rejected or replaced by a person
  current    INTEGER NOT NULL,
  -- 1 where a person wrote it
  by_person  INTEGER NOT NULL,
  -- none, confirmed, rejected, changed
  verdict    TEXT NOT NULL,
  sentence_id BIGINT REFERENCES sentence (id),
  type       TEXT NOT NULL,
  mode       TEXT NOT NULL,
  -- each between spaces
  contexts   TEXT NOT NULL,
  quad       INTEGER,
  cameo      TEXT NOT NULL,
  goldstein  REAL,
  status     TEXT NOT NULL,
  actor             TEXT NOT NULL,
  actor_sectors     TEXT NOT NULL,
  actor_name        TEXT NOT NULL,
  recipient         TEXT NOT NULL,
  recipient_sectors TEXT NOT NULL,
  recipient_name    TEXT NOT NULL,
  -- the days its date covers, empty where it has none: nothing sorts differently in the two databases
  first_day  TEXT NOT NULL,
  last_day   TEXT NOT NULL,
  -- stated, published, unknown
  date_basis TEXT NOT NULL,
  published  TEXT NOT NULL,
  rule       TEXT NOT NULL,
  -- where it took place, empty where the text does not say
  country    TEXT NOT NULL,
  place      TEXT NOT NULL,
  -- the same for all reports of one event: the id of the first of them
  story      BIGINT
);
CREATE INDEX event_key ON event (key);
CREATE INDEX event_version ON event (version_id, run_id);
CREATE INDEX event_article ON event (article_id);
CREATE INDEX event_run ON event (run_id);
CREATE INDEX event_sentence ON event (sentence_id);
CREATE INDEX event_story ON event (story) WHERE current = 1;
CREATE INDEX event_first_day ON event (first_day, id) WHERE current = 1;
CREATE INDEX event_published ON event (published, id) WHERE current = 1;
CREATE INDEX event_type ON event (type, first_day, id) WHERE current = 1;
CREATE INDEX event_actor ON event (actor, first_day, id) WHERE current = 1;
CREATE INDEX event_recipient ON event (recipient, first_day, id) WHERE current = 1;
CREATE INDEX event_country ON event (country, first_day, id) WHERE current = 1;

CREATE TABLE event_detail (
  event_id BIGINT PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
  -- Event as JSON
  event    TEXT NOT NULL,
  -- the sentence's words by which reports are compared
  words    TEXT NOT NULL
);

CREATE TABLE vote (
  id         ${id},
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  version_id BIGINT NOT NULL REFERENCES article_version (id) ON DELETE CASCADE,
  run_id     BIGINT NOT NULL REFERENCES run (id),
  current    INTEGER NOT NULL,
  sentence   INTEGER NOT NULL,
  voter      TEXT NOT NULL,
  position   TEXT NOT NULL,
  against    TEXT NOT NULL,
  first_day  TEXT NOT NULL,
  last_day   TEXT NOT NULL,
  -- Vote as JSON
  vote       TEXT NOT NULL
);
CREATE INDEX vote_version ON vote (version_id, run_id);
CREATE INDEX vote_voter ON vote (voter, first_day) WHERE current = 1;

-- ---- people ----

CREATE TABLE account (
  id         ${id},
  name       TEXT NOT NULL UNIQUE,
  email      TEXT NOT NULL UNIQUE,
  -- as the password encoder writes it, with its method
  password   TEXT NOT NULL,
  -- reader, analyst, editor, administrator
  role       TEXT NOT NULL,
  language   TEXT NOT NULL,
  zone       TEXT NOT NULL,
  created    TEXT NOT NULL,
  last_login TEXT,
  disabled   INTEGER NOT NULL
);

-- Tokens are kept as SHA-256 only: who reads the archive cannot use them.
CREATE TABLE api_token (
  id         ${id},
  account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  hash       TEXT NOT NULL UNIQUE,
  created    TEXT NOT NULL,
  last_used  TEXT,
  expires    TEXT
);

CREATE TABLE one_time_token (
  hash       TEXT PRIMARY KEY,
  -- reset, invitation
  purpose    TEXT NOT NULL,
  account_id BIGINT REFERENCES account (id) ON DELETE CASCADE,
  email      TEXT,
  role       TEXT,
  created    TEXT NOT NULL,
  expires    TEXT NOT NULL,
  used       TEXT
);

CREATE TABLE session (
  id          TEXT PRIMARY KEY,
  account_id  BIGINT REFERENCES account (id) ON DELETE CASCADE,
  created     TEXT NOT NULL,
  last_used   TEXT NOT NULL,
  expires     TEXT NOT NULL,
  attributes  ${bytes}
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expires ON session (expires);

CREATE TABLE login_attempt (
  id        ${id},
  at        TEXT NOT NULL,
  -- the account's name or the address it came from
  subject   TEXT NOT NULL,
  succeeded INTEGER NOT NULL
);
CREATE INDEX login_attempt_subject ON login_attempt (subject, at);

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- ---- what people add ----

-- Every judgement ever made; the newest of a key holds.
CREATE TABLE correction (
  id         ${id},
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  version_id BIGINT NOT NULL REFERENCES article_version (id) ON DELETE CASCADE,
  -- the event judged
  event_key  TEXT NOT NULL,
  -- confirm, reject, change, add, withdraw
  action     TEXT NOT NULL,
  -- Event as JSON: what the machine had read, absent with add
  before     TEXT,
  -- Event as JSON: what the person says, with change and add
  after      TEXT,
  account_id BIGINT REFERENCES account (id) ON DELETE SET NULL,
  -- who it was, kept when the account is gone
  author     TEXT NOT NULL,
  made       TEXT NOT NULL,
  note       TEXT NOT NULL
);
CREATE INDEX correction_event ON correction (event_key, id);
CREATE INDEX correction_article ON correction (article_id, id);

CREATE TABLE comment (
  id         ${id},
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  parent_id  BIGINT REFERENCES comment (id) ON DELETE CASCADE,
  account_id BIGINT REFERENCES account (id) ON DELETE SET NULL,
  author     TEXT NOT NULL,
  text       TEXT NOT NULL,
  created    TEXT NOT NULL,
  edited     TEXT,
  -- deleted comments stay as a place in the thread
  deleted    TEXT,
  deleted_by TEXT
);
CREATE INDEX comment_article ON comment (article_id, id);
CREATE INDEX comment_created ON comment (created, id);

CREATE TABLE comment_revision (
  comment_id BIGINT NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
  number     INTEGER NOT NULL,
  text       TEXT NOT NULL,
  written    TEXT NOT NULL,
  PRIMARY KEY (comment_id, number)
);

CREATE TABLE rating (
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- 1 up, -1 down
  value      INTEGER NOT NULL CHECK (value IN (-1, 1)),
  rated      TEXT NOT NULL,
  PRIMARY KEY (article_id, account_id)
);

CREATE TABLE article_view (
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  day        TEXT NOT NULL,
  views      BIGINT NOT NULL,
  PRIMARY KEY (article_id, day)
);
CREATE INDEX article_view_day ON article_view (day);

CREATE TABLE saved_search (
  id         ${id},
  account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  query      TEXT NOT NULL,
  created    TEXT NOT NULL,
  -- SHA-256 of the address under which its feed is read without logging in
  feed_hash  TEXT UNIQUE,
  UNIQUE (account_id, name)
);

CREATE TABLE digest (
  saved_search_id  BIGINT PRIMARY KEY REFERENCES saved_search (id) ON DELETE CASCADE,
  hour             INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  zone             TEXT NOT NULL,
  unsubscribe_hash TEXT NOT NULL UNIQUE,
  -- what is newer than this goes into the next one
  sent_until       TEXT NOT NULL,
  last_error       TEXT
);

-- ---- getting the news ----

CREATE TABLE feed (
  id            ${id},
  url           TEXT NOT NULL UNIQUE,
  title         TEXT NOT NULL,
  -- rights note for what comes through it
  rights        TEXT NOT NULL,
  minutes       INTEGER NOT NULL,
  enabled       INTEGER NOT NULL,
  etag          TEXT,
  last_modified TEXT,
  fetched       TEXT,
  next_fetch    TEXT,
  failures      INTEGER NOT NULL
);

CREATE TABLE failure (
  id      ${id},
  at      TEXT NOT NULL,
  -- feed, page, coding
  stage   TEXT NOT NULL,
  subject TEXT NOT NULL,
  why     TEXT NOT NULL
);
CREATE INDEX failure_at ON failure (at);

CREATE TABLE audit (
  id      ${id},
  at      TEXT NOT NULL,
  author  TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail  TEXT NOT NULL
);
CREATE INDEX audit_subject ON audit (subject, id);
