-- Views of the DuckDB file: values beside the names of what and whose they are. A line `-- view NAME: TABLES`
-- begins a view; it is made where all its tables are exported.

-- view indicator_values: documents kpis kpi_values
SELECT
    d.municipality_name, d.title AS document_title, v.edition_fiscal_year, k.goal, k.measure, v.name, v.unit,
    v.series, v.role, v.fiscal_year, v.value, v.qualifier, v.value_text, v.status, k.departments,
    k.is_reprint, k.lifecycle, v.document_id, v.kpi_id, v.value_id, v.page, v.x0, v.y0, v.x1, v.y1
FROM kpi_values v
JOIN kpis k USING (document_id, kpi_id)
JOIN documents d USING (document_id);

-- view amounts: documents projects project_amounts
SELECT
    d.municipality_name, d.title AS document_title, a.edition_fiscal_year, p.measure, p.basic_project, a.name,
    a.fiscal_year, a.kind, a.component, a.amount_yen, a.amount_text, a.unit_text, a.status, p.departments,
    a.document_id, a.project_id, a.amount_id, a.page, a.x0, a.y0, a.x1, a.y1
FROM project_amounts a
JOIN projects p USING (document_id, project_id)
JOIN documents d USING (document_id);

-- view targets_and_actuals: documents kpis kpi_values
SELECT
    d.municipality_name, k.document_id, k.kpi_id, k.name, k.unit, t.series,
    a.fiscal_year AS actual_year, a.value AS actual, t.fiscal_year AS target_year, t.value AS target,
    t.qualifier AS target_qualifier, b.value AS baseline
FROM kpis k
JOIN (
    SELECT document_id, kpi_id, series, max_by(value, coalesce(fiscal_year, 0)) AS value, max(fiscal_year) AS fiscal_year,
        max_by(qualifier, coalesce(fiscal_year, 0)) AS qualifier
    FROM kpi_values WHERE role = 'target' AND value IS NOT NULL GROUP BY ALL
) t USING (document_id, kpi_id)
LEFT JOIN (
    SELECT document_id, kpi_id, series, max_by(value, coalesce(fiscal_year, 0)) AS value, max(fiscal_year) AS fiscal_year
    FROM kpi_values WHERE role = 'actual' AND value IS NOT NULL GROUP BY ALL
) a USING (document_id, kpi_id, series)
LEFT JOIN (
    SELECT document_id, kpi_id, series, any_value(value) AS value
    FROM kpi_values WHERE role = 'baseline' AND value IS NOT NULL GROUP BY ALL
) b USING (document_id, kpi_id, series)
JOIN documents d ON d.document_id = k.document_id
WHERE NOT k.is_reprint;

-- view to_check: documents findings
SELECT d.municipality_name, d.title AS document_title, f.*
FROM findings f
JOIN documents d USING (document_id)
WHERE f.severity IN ('warning', 'error');
