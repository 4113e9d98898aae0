"""Languages: told by the script of a text."""

import pytest

from generator.ingest.languages import language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Xi Jinping (习近平) met Imran Khan in Beijing."),
        ("en", "Café naïve"),
        ("en", "1234"),
        ("en", "\u07a6"),  # a vowel sign without a letter
        ("zh", "中国国家主席习近平会见了 Imran Khan。"),
        ("ja", "中国の習近平国家主席は日曜日、北京でカーン首相と会談した。"),
        ("ko", "중국 시진핑 국가주석이 베이징에서 총리를 만났다."),
        ("ru", "Президент Китая встретился с премьер-министром."),
        ("ug", "ئۇيغۇر ئاپتونوم رايونىدا يىغىن ئېچىلدى"),
        ("ur", "پاکستان کے وزیر اعظم نے چین کے صدر سے ملاقات کی ہے"),
        ("fa", "رئیس جمهور چین با نخست وزیر پاکستان گفتگو کرد"),
        ("ar", "التقى الرئيس الصيني برئيس الوزراء"),
        ("bo", "བོད་ཀྱི་འགོ་ཁྲིད་"),
    ],
)
def test_the_script_tells_the_language(language, text):
    """Names in another script within a text do not count."""
    assert language == language_of(text)
