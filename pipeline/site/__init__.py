"""The site over curated/: static pages that open from a folder, without a server or a network.

`build.build_site` makes the folder: an overview, pages of documents (the print beside what was read of
it), of indicators and projects with charts, a list of what to look at, comparisons of editions, and a
search. `serve.serve` shows it on 127.0.0.1. Texts are in texts.toml, shared pieces in pipeline/web/.
"""
