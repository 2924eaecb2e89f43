-- The library in use is of the release that the extension's script is of.
SELECT pg_gazette_version() = extversion AS same_release
FROM pg_extension WHERE extname = 'pg_gazette';
