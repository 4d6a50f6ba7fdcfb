"""Слово или оборот пишутся иначе.

Почему    «Не смотря на», «в соответствие с», «нормативно правовой», «5-ых классов» – по таким ошибкам узнают
          невычитанный документ. Если верное написание одно, его поставит check --fix.
Плохо     measure: Проверка школ в течении учебного года
Хорошо    measure: Проверка школ в течение учебного года
Основание правила русской орфографии; таблица – language/data/set_phrases.tsv
"""

from roadmapc.checks.language import of_kind
from roadmapc.checks.rule import Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.language.slip import Kind

RULE = Rule(Code("G004", "set-phrase", Severity.WARNING, __doc__), of_kind(Kind.SET_PHRASE))
