// The headers of poppler's core are C++; only CPopplerCore reads them.
