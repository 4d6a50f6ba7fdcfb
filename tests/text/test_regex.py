"""A pattern is compiled when it is asked: here all are, so that none fails where nobody has asked yet."""

import gc
import pkgutil
import re
from importlib import import_module

import roadmapc
from roadmapc.text import regex as module
from roadmapc.text.regex import regex


def test_every_pattern_of_the_compiler_can_be_compiled():
    for found in pkgutil.walk_packages(roadmapc.__path__, "roadmapc."):
        if not found.name.endswith("__main__"):
            import_module(found.name)
    gc.unfreeze()  # commands that other tests have run leave what was loaded unseen
    declared = [each for each in gc.get_objects() if type(each) is module._Uncompiled]
    assert len(declared) > 300
    for each in declared:
        re.compile(each.pattern, each._flags)


def test_it_answers_as_a_compiled_pattern_does():
    late, now = regex("(?P<word>[а-я]+)", re.IGNORECASE), re.compile("(?P<word>[а-я]+)", re.IGNORECASE)
    text = "План и ПРИКАЗ"
    assert [each.span("word") for each in late.finditer(text)] == [
        each.span("word") for each in now.finditer(text)
    ]
    assert late.sub("-", text) == now.sub("-", text)
    assert (late.pattern, late.flags, late.groupindex) == (now.pattern, now.flags, now.groupindex)
