"""Properties that take no word from a reader (ECMA-376, part 1; MS-DOCX), by the elements that hold them.

Whatever stands in a document and is neither here nor read is told: nobody knows what becomes of its words.
"""

from collections.abc import Iterable

from roadmapc.wordprocessing.xml import W14, Element, W, is_on


def _named(namespace: str, names: str) -> frozenset[str]:
    return frozenset(f"{namespace}{name}" for name in names.split())


RUN = _named(
    W,
    "b bCs bdr caps del effect em emboss i iCs imprint ins kern lang moveFrom moveTo noProof oMath"
    " outline rPrChange shadow smallCaps snapToGrid u webHidden",
) | _named(W14, "cntxtAlts ligatures numForm numSpacing reflection shadow stylisticSets textOutline")
"""17.3.2: how letters look, and how they are spelt, whatever they say."""
PARAGRAPH = _named(
    W,
    "adjustRightInd autoSpaceDE autoSpaceDN cnfStyle contextualSpacing divId keepLines keepNext kinsoku"
    " mirrorIndents outlineLvl overflowPunct pBdr pPrChange rPr sectPr snapToGrid suppressAutoHyphens"
    " suppressLineNumbers suppressOverlap textAlignment textDirection textboxTightWrap topLinePunct"
    " widowControl wordWrap",
)
"""17.3.1: where lines and pages begin."""
TABLE = _named(
    W,
    "bidiVisual jc shd tblBorders tblCaption tblCellMar tblCellSpacing tblDescription tblInd tblLayout"
    " tblLook tblOverlap tblPrChange tblStyle tblStyleColBandSize tblStyleRowBandSize tblW tblpPr",
)
"""17.4.59, those that are read among them, as in the two that follow."""
ROW = _named(
    W,
    "cantSplit cnfStyle del divId gridAfter gridBefore hidden ins jc tblCellSpacing tblHeader trHeight"
    " trPrChange wAfter wBefore",
)
CELL = _named(
    W,
    "cellDel cellIns cnfStyle gridSpan hMerge headers hideMark noWrap shd tcBorders tcMar"
    " tcPrChange tcW textDirection vAlign vMerge",
)
"""17.4.69; `w:tcFitText` presses words together until they fit."""
ROW_OF_STYLE = _named(W, "cantSplit hidden jc tblHeader")
CELL_OF_STYLE = _named(W, "noWrap shd tcBorders tcMar vAlign")
"""17.7.6: what of those a style may give."""
SECTION = _named(
    W,
    "cols docGrid endnotePr footerReference footnotePr formProt headerReference lnNumType paperSrc"
    " pgBorders pgMar pgNumType pgSz printerSettings rtlGutter sectPrChange textDirection titlePg type"
    " vAlign",
)
"""17.6.17 and 17.6.18; `w:noEndnote` takes notes away, `w:bidi` turns columns about."""
LEVEL = ("lrTb", "lrTbV", "lr")
"""Directions of lines (17.18.93) that go across the page."""
CONTROL = _named(
    W,
    "alias bibliography citation comboBox date docPartList docPartObj dropDownList equation group id"
    " label lock picture placeholder rPr richText showingPlcHdr tabIndex tag temporary text",
)
"""17.5.2.38."""
CONTROL_OF_TODAY = frozenset(("appearance", "checkbox", "color", "entityPicker", "webExtensionCreated"))
"""The same in the namespaces of later word processors."""
SETTINGS = _named(
    "",
    "activeWritingStyle alignBordersAndEdges alwaysMergeEmptyNamespace alwaysShowPlaceholderText"
    " attachedSchema attachedTemplate autoFormatOverride autoHyphenation bookFoldPrinting"
    " bookFoldPrintingSheets bookFoldRevPrinting bordersDoNotSurroundFooter bordersDoNotSurroundHeader"
    " captions characterSpacingControl chartTrackingRefBased clickAndTypeStyle clrSchemeMapping compat"
    " conflictMode consecutiveHyphenLimit decimalSymbol defaultImageDpi defaultTableStyle defaultTabStop"
    " discardImageEditingData displayBackgroundShape displayHorizontalDrawingGridEvery"
    " displayVerticalDrawingGridEvery docId documentProtection documentType docVars"
    " doNotAutoCompressPictures doNotDemarcateInvalidXml doNotDisplayPageBoundaries doNotEmbedSmartTags"
    " doNotHyphenateCaps doNotIncludeSubdocsInStats doNotShadeFormData doNotTrackFormatting"
    " doNotTrackMoves doNotUseMarginsForDrawingGridOrigin doNotValidateAgainstSchema"
    " drawingGridHorizontalOrigin drawingGridHorizontalSpacing drawingGridVerticalOrigin"
    " drawingGridVerticalSpacing embedSystemFonts embedTrueTypeFonts endnotePr evenAndOddHeaders"
    " footnoteColumns footnotePr forceUpgrade formsDesign gutterAtTop hdrShapeDefaults"
    " hideGrammaticalErrors hideSpellingErrors hyphenationZone ignoreMixedContent listSeparator mathPr"
    " mirrorMargins noLineBreaksAfter noLineBreaksBefore persistentDocument printFractionalCharacterWidth"
    " printTwoOnOne proofState readModeInkLockDown removeDateAndTime removePersonalInformation"
    " revisionView rsids saveFormsData saveInvalidXml savePreviewPicture saveSubsetFonts saveThroughXslt"
    " saveXmlDataOnly schemaLibrary shapeDefaults showEnvelope showXMLTags smartTagType"
    " strictFirstAndLastChars styleLockQFSet styleLockTheme stylePaneFormatFilter stylePaneSortMethod"
    " summaryLength themeFontLang trackRevisions uiCompat97To2003 updateFields useXSLTWhenSaving view"
    " writeProtection zoom",
)
"""17.15.1, by local names; `w:printFormsData` leaves out words, `w:linkStyles` takes styles elsewhere."""
RELATIONSHIPS = _named(
    "",
    "activeXControlBinary aFChunk attachedTemplate certificate chart chartColorStyle chartStyle"
    " chartUserShapes comments commentsExtended commentsExtensible commentsIds control core-properties"
    " custom-properties customXml customXmlProps diagramColors diagramData diagramDrawing diagramLayout"
    " diagramQuickStyle documenttasks endnotes extended-properties font fontTable footer footnotes"
    " glossaryDocument header hyperlink image ink numbering officeDocument oleObject origin package people"
    " printerSettings settings signature styles stylesWithEffects subDocument theme themeOverride"
    " thumbnail vbaProject webSettings wordVbaData",
)
"""Last words of types of relationships (part 1, 15; part 2; MS-DOCX): what of them shows words is read."""
TYPEFACES = (
    *("agency", "aldine", "andale", "antiqua", "aptos", "arial", "arimo", "bahnschrift", "baskerville"),
    *("batang", "bodoni", "book antiqua", "bookman", "caladea", "calibri", "cambria", "candara", "carlito"),
    *("century", "comic sans", "consolas", "constantia", "corbel", "courier", "cousine", "dejavu", "ebrima"),
    *("exo", "fira", "franklin gothic", "freesans", "freeserif", "garamond", "georgia", "gilroy", "golos"),
    *("helvetica", "ibm plex", "impact", "inter", "jetbrains", "liberation", "lora", "lucida", "manrope"),
    *("microsoft sans serif", "mingliu", "montserrat", "ms gothic", "ms mincho", "ms sans", "ms shell"),
    *("nimbus", "noto", "open sans", "oswald", "palatino", "pt astra", "pt mono", "pt sans", "pt serif"),
    *("roboto", "rubik", "schoolbook", "segoe ui", "simsun", "source", "sylfaen", "tahoma", "thorndale"),
    *("times", "tinos", "trebuchet", "ubuntu", "verdana", "xo ", "yu gothic", "yu mincho"),
)
"""How names of typefaces begin that are known to print letters for letters."""


def unlisted(properties: Iterable[Element] | None, listed: frozenset[str]) -> list[str]:
    """Names of properties that are set and that nobody has listed."""
    return (
        []
        if properties is None
        else [each.tag for each in properties if each.tag not in listed and is_on(each)]
    )
