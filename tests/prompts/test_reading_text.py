"""Lines of text, typed in the menus' skin and in the numbered one."""

import io

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from segur_faq.errors import SegurFaqError
from segur_faq.prompts import menu
from segur_faq.prompts.menu import MenuAsker
from segur_faq.prompts.numbered import NumberedAsker

pytestmark = pytest.mark.timeout(20)


@pytest.fixture
def typed_in_menu(monkeypatch):
    monkeypatch.setattr(menu, "create_output", lambda stdout=None: DummyOutput())
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):

        def typed(keys):
            keyboard.send_text(keys)
            return MenuAsker().read("Question")

        typed.hang_up = keyboard.close
        yield typed


def test_the_menus_skin_gives_the_line_typed(typed_in_menu):
    assert typed_in_menu("  Où écrire ? œuvre é\r") == "Où écrire ? œuvre é"


@pytest.mark.parametrize("keys", ["\x1b", "abc\x1b"])
def test_esc_gives_nothing_in_the_menus_skin(keys, typed_in_menu):
    assert typed_in_menu(keys) == ""


def test_the_menus_skin_is_interrupted(typed_in_menu):
    with pytest.raises(KeyboardInterrupt):
        typed_in_menu("abc\x03")


def test_the_menus_skin_without_a_keyboard_any_more(typed_in_menu):
    typed_in_menu.hang_up()
    with pytest.raises(SegurFaqError):
        MenuAsker().read("Question")


def test_the_numbered_skin_gives_the_line_typed():
    written = io.StringIO()
    asker = NumberedAsker(io.StringIO("  Où écrire ? \x1b[A é\n"), written, leave_at_end=False)
    assert asker.read("Question") == "Où écrire ? \ufffd[A é"
    assert "Question" in written.getvalue()


def test_the_numbered_skin_without_anything_to_read():
    with pytest.raises(SegurFaqError):
        NumberedAsker(io.StringIO(""), io.StringIO(), leave_at_end=True).read("Question")
