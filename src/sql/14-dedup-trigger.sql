-- De-duplication on the way into a table.
CREATE FUNCTION dedup_paragraphs_trigger() RETURNS trigger
LANGUAGE c
AS 'MODULE_PATHNAME', 'dedup_paragraphs_trigger';
COMMENT ON FUNCTION dedup_paragraphs_trigger() IS
'BEFORE INSERT OR UPDATE row trigger (column [, threshold]): takes repeated paragraphs out of a text column';
