// One full-text index per language of ESCO, with the analyser of that language, and one for every other language
CREATE FULLTEXT INDEX text_ar IF NOT EXISTS FOR (t:TextAr) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'arabic'}};
CREATE FULLTEXT INDEX text_bg IF NOT EXISTS FOR (t:TextBg) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'bulgarian'}};
CREATE FULLTEXT INDEX text_cs IF NOT EXISTS FOR (t:TextCs) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'czech'}};
CREATE FULLTEXT INDEX text_da IF NOT EXISTS FOR (t:TextDa) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'danish'}};
CREATE FULLTEXT INDEX text_de IF NOT EXISTS FOR (t:TextDe) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'german'}};
CREATE FULLTEXT INDEX text_el IF NOT EXISTS FOR (t:TextEl) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'greek'}};
CREATE FULLTEXT INDEX text_en IF NOT EXISTS FOR (t:TextEn) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
CREATE FULLTEXT INDEX text_es IF NOT EXISTS FOR (t:TextEs) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'spanish'}};
CREATE FULLTEXT INDEX text_et IF NOT EXISTS FOR (t:TextEt) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX text_fi IF NOT EXISTS FOR (t:TextFi) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'finnish'}};
CREATE FULLTEXT INDEX text_fr IF NOT EXISTS FOR (t:TextFr) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'french'}};
CREATE FULLTEXT INDEX text_ga IF NOT EXISTS FOR (t:TextGa) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'irish'}};
CREATE FULLTEXT INDEX text_hr IF NOT EXISTS FOR (t:TextHr) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX text_hu IF NOT EXISTS FOR (t:TextHu) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'hungarian'}};
CREATE FULLTEXT INDEX text_is IF NOT EXISTS FOR (t:TextIs) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX text_it IF NOT EXISTS FOR (t:TextIt) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'italian'}};
CREATE FULLTEXT INDEX text_lt IF NOT EXISTS FOR (t:TextLt) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'lithuanian'}};
CREATE FULLTEXT INDEX text_lv IF NOT EXISTS FOR (t:TextLv) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'latvian'}};
CREATE FULLTEXT INDEX text_mt IF NOT EXISTS FOR (t:TextMt) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX text_nl IF NOT EXISTS FOR (t:TextNl) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'dutch'}};
CREATE FULLTEXT INDEX text_no IF NOT EXISTS FOR (t:TextNo) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'norwegian'}};
CREATE FULLTEXT INDEX text_other IF NOT EXISTS FOR (t:TextOther) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX text_pl IF NOT EXISTS FOR (t:TextPl) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX text_pt IF NOT EXISTS FOR (t:TextPt) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'portuguese'}};
CREATE FULLTEXT INDEX text_ro IF NOT EXISTS FOR (t:TextRo) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'romanian'}};
CREATE FULLTEXT INDEX text_sk IF NOT EXISTS FOR (t:TextSk) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX text_sl IF NOT EXISTS FOR (t:TextSl) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX text_sv IF NOT EXISTS FOR (t:TextSv) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'swedish'}};
CREATE FULLTEXT INDEX text_uk IF NOT EXISTS FOR (t:TextUk) ON EACH [t.label, t.alternatives, t.hidden, t.description, t.kind, t.framework]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
