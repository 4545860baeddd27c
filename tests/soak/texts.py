"""What people may type, and what nobody would: sensible lines, commands, and every kind of oddity."""

from random import Random

CANARY = "zqxwv"
"""Stands in every name and in many texts; no log may ever hold it."""

SENSIBLE = (
    "E11.21", "e11.9", "heart attack", "broken wrist", "J1885", "what score do i need to pass", "is a degree needed", "quiz me on modifiers",
    "another one", "explain", "a", "B", "c.", "D)", "2", "the second one", "chest pain", "cpt modifier 25", "how long is the exam", "thanks", "hello",
    "I10 and N18.31", "is E11.9 valid", "diabetes type 2", "99999", "what is 10,000 series", "skip", "next", "stop", "help",
)  # fmt: skip

COMMANDS = (
    "/class", "/class open x", "/class join ABCD-EFGH", "/class 1", "/class 1 do 1", "/class assign anatomy 2 due friday", "/class ٣",
    "/start", "/start code_E11-21", "/start faq_exam_pass_score", "/start inline", "/start group", "/start exam", "/start pace full", "/daily",
    "/quiz", "/quiz anatomy 2", "/quiz icd10cm 3 hard", "/quiz 51", "/quiz 0", "/quiz -3", "/quiz ٣", "/code E11.21", "/code heart attack", "/code",
    "/check E11.9 O24.410", "/check", "/faq", "/faq pass", "/continue", "/progress", "/settings", "/settings hour 25:70", "/settings zone Mars",
    "/settings exam 2027-02-30", "/settings daily off", "/settings daily on", "/report", "/link", "/link ABCD-EFGH", "/link no", "/unlink",
    "/export", "/forget", "/forget no", "/help", "/admin", "/admin reports", "/ask what is the passing score", "/refused", "/found 1 2",
    "/answer 1 1 A", "/answer 999999 1 A", "/answer 1 99 B", "/answer 0 0 0", "/answer ١ ١ A", "/next", "/next 1", "/next 99999999999999999999",
    "/skip", "/skip 1 1", "/nosuchcommand", "/", "//", "/ ", "/\n", "/quiz\n5", "/CODE e11.9", "/code@TutorBot E11.9", "/code@other E11.9",
)  # fmt: skip

ODD = (
    "", " ", "\n", "\t\n ", "\x00", "a\x00b", "\x00/quiz", "\x1b[31mred", "\u200b", "\u2060\u2060", "\u202eevil\u202c", "\ufeff", "\ufffd", "\uffff",
    "😀", "👩‍👩‍👧‍👦" * 20, "🇺🇸", "e\u0301\u0301\u0301", "Z̴̡͎a̷l̸g̵o̶" * 8, "مرحبا كيف حالك", "שלום", "你好，考试多少分", "हिन्दी", "ไทย", "ß", "İstanbul",
    "ﬀ", "½", "E¹¹", "Ⅻ", "１２３", "Ｅ１１．９", "<b>x</b>", "&amp;&lt;", "**", "`", "**a`b**`", "__x__", "[x](http://y)", "||x||", "@everyone",
    "<@123>", "```\ncode\n```", "# title", "> quote", "- item", "1. item", "%s %d {0} {}", "'; DROP TABLE learner; --", "\\", "\\\\", "null", "None",
    "true", "-1", "0", "1e999", "NaN", "9" * 400, "A" * 4096, "x " * 2048, "é" * 4096, "😀" * 2048, "/" * 4096, "/quiz " + "z" * 4000, "a\n" * 2000,
    "/code " + "9" * 300, "/faq " + "\u0301" * 300, "http://x.y/z?a=b#c", "﷽" * 200, "\u2028\u2029", "\U0001f9ff\ufe0f", "\U000e0041\U000e007f",
)  # fmt: skip

BROKEN = ("\ud83d", "abc\udfff", "\ud800\ud800", "\udc00x")
"""Halves of surrogate pairs: JSON can hold them, though no platform should send any."""

LANGUAGES = ("en", "es", "pt-br", "zh-hans", "ar", "xx", "", "en-US-x-private", "\u202e")


class Texts:
    """Choose texts; ``chance`` makes them repeatable."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def any(self) -> str:
        """Choose a text as a person may send it."""
        kind = self.chance.random()
        if kind < 0.30:
            return self.chance.choice(SENSIBLE)
        if kind < 0.60:
            return self.chance.choice(COMMANDS)
        if kind < 0.80:
            return self.chance.choice(ODD)
        if kind < 0.83:
            return self.chance.choice(BROKEN)
        if kind < 0.93:
            return self.mixed()
        return f"{CANARY} {self.chance.choice(SENSIBLE)} {CANARY}"

    def name(self) -> str:
        """Choose a name of somebody or something."""
        if self.chance.random() < 0.7:
            return f"{CANARY.capitalize()}name"
        return f"{CANARY}{self.chance.choice((*ODD, *BROKEN))[:60]}"

    def mixed(self) -> str:
        """Put pieces of several texts together."""
        pieces = [self.chance.choice((*SENSIBLE, *COMMANDS, *ODD)) for _ in range(self.chance.randint(2, 4))]
        cut = [piece[: self.chance.randint(0, len(piece))] for piece in pieces]
        return self.chance.choice(("", " ", "\n", "\u200b")).join(cut)

    def garbled(self, text: str) -> str:
        """Change a text somewhere: a character less, another, one more, or cut off."""
        if not text:
            return self.any()
        place = self.chance.randrange(len(text))
        odd = self.chance.choice("09AZaz :|/?-\x00é😀\u202e\ud83d")
        return self.chance.choice(
            (text[:place], text[:place] + text[place + 1 :], text[:place] + odd + text[place + 1 :], text + odd, odd + text)
        )
