-- Only the index is kept, not the words again. Texts come normalised (FullText).
CREATE VIRTUAL TABLE article_text USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE sentence_text USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'porter unicode61');
