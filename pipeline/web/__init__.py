"""What the site and the HTML reports share: pictures of pages, charts, style, texts, escaping.

    from pipeline.web.environment import environment
    from pipeline.web.pictures import crop, page_picture
    from pipeline.web.charts import Point, amounts_chart, changes_chart, values_chart
    from pipeline.web.assets import script, style

    pages = environment("pipeline.site")             # templates of that package and those of pipeline.web
    pages.get_template("overview.html").render(...)  # escaped; control characters become �

A package that makes pages has `templates/` and `texts.toml` (each text in ja and en). In its templates:

- `{{ t("pages", n=18) }}` is a text in Japanese that the button EN / 日本語 exchanges in place;
  `{{ t.attributes("search_label", "aria-label") }}` the same for an attribute.
- `{{ value | number(1) }}`, `{{ amount | yen }}`, `{{ amount | yen_short }}`, `{{ delta | change }}`.
- `{% extends "page.html" %}` gives head, navigation, language switch and foot. A page in one file sets
  `inline=True`: then style and scripts stand in it. Other pages name `root`, the way to their assets.
- Tables: `<table class="list" data-list>`; with `<input data-filter="ID of the table">` rows are
  filtered while typing, `<select data-filter="ID" data-key="kind">` by `data-kind` of the rows, and
  `<th data-sort="number">` sorts by `data-value` of the cells or their text.

The classes are described at the head of style.css. The pages need no network and no server.
"""
