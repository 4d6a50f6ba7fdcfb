"""What can be wrong with a document that is to be verified."""

from roadmapc.diagnostics.code import Code, Severity

NOT_A_DOCUMENT = Code(
    "V901",
    "not-a-document",
    Severity.ERROR,
    """Файл не читается как документ Word.

Почему    DOCX – архив с частью word/document.xml. Файл .doc, PDF или скан под именем .docx
          прочитать нельзя: сравнивать было бы нечего.
Плохо     скан приказа, переименованный в order.docx
Хорошо    файл, сохранённый программой как «Документ Word (.docx)»
Основание ECMA-376
""",
)
OTHER_WORDS = Code(
    "V902",
    "other-words",
    Severity.ERROR,
    """Документ говорит не то, что план.

Почему    Подписывают документ, а рецензию прошёл план. Если в Word изменили хотя бы слово, подписано
          не то, что проверено.
Плохо     срок, исправленный в документе после сборки
Хорошо    срок, исправленный в плане, и новая сборка
Основание соглашение roadmapc
""",
)
OTHER_EDITION = Code(
    "V903",
    "other-edition",
    Severity.NOTE,
    """Документ собран из другой редакции плана.

Почему    В свойствах документа стоит отпечаток содержания плана. Он не совпал: после сборки план
          изменили, или документ собран из другого плана.
Плохо     проверка подписанного приказа по плану следующего года
Хорошо    roadmapc verify order.docx v1.0:roadmaps/plan.yaml
Основание соглашение roadmapc
""",
)

OTHER_DOCUMENT = Code(
    "V904",
    "other-document",
    Severity.ERROR,
    """Это документ другого плана.

Почему    Слово в слово с планом совпадает слишком мало, чтобы перечислять отличия: вернулся другой приказ
          или названа не та редакция плана.
Плохо     roadmapc verify order-2020.docx plan-2021.yaml
Хорошо    roadmapc verify order-2020.docx plan-2020.yaml
Основание соглашение roadmapc
""",
)
