-- English stems, no stop words, as in SQLite; texts come normalised (FullText).
CREATE TEXT SEARCH DICTIONARY demarche_stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION demarche (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION demarche
  ALTER MAPPING FOR asciiword, word, hword, hword_asciipart, hword_part, asciihword WITH demarche_stem;

CREATE TABLE article_text (
  id     BIGINT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  vector TSVECTOR NOT NULL
);
CREATE INDEX article_text_vector ON article_text USING gin (vector);
CREATE TABLE sentence_text (
  id     BIGINT PRIMARY KEY REFERENCES sentence (id) ON DELETE CASCADE,
  vector TSVECTOR NOT NULL
);
CREATE INDEX sentence_text_vector ON sentence_text USING gin (vector);
