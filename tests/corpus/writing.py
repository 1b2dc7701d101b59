"""Files of a few articles in plain Arabic, for the tests beside."""

import json
from itertools import cycle, islice

SENTENCES = (
    "زار وزير الخارجية الأميركي مايك بومبيو طرابلس. ورحبت ليبيا بالزيارة.",
    "قال خليفة حفتر إن الجيش الوطني الليبي وصل إلى بنغازي. وغادر حفتر مصر.",
    "التقى الرئيس عبد الفتاح السيسي نظيره التركي. وقال السيسي إن مصر لن تقبل.",
    "قالت سهام الزغبي إنها زارت عمان والأردن. وأضافت الزغبي أن قطر كبيرة.",
    "صورة من الأرشيف\nأعلنت الأمم المتحدة في جنيف أن وفدا سوريا وصل. وسوريا لم تعلق.",
)


def record(number, **fields):
    text = "\n".join(islice(cycle(SENTENCES), number % 5, number % 5 + 3))
    own = {
        "text": f"عنوان رقم {number} من ليبيا\n\n{text}",
        "source": ("الخبر", "الشروق")[number % 2],
        "date": f"2018-0{number % 9 + 1}-11",
    }
    return {**own, **fields}


def write(file, numbers, **fields):
    """Write a .jsonl file of the articles of these numbers."""
    lines = (json.dumps(record(one, **fields), ensure_ascii=False) for one in numbers)
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def folder_of(path, files=4, each=5):
    """Write a folder of .jsonl and .txt files, and one that cannot be read."""
    path.mkdir(exist_ok=True)
    for number in range(files):
        numbers = range(number * each, number * each + each)
        write(path / f"{number:02}.jsonl", numbers)
        text = record(100 + number)["text"]
        (path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (path / "broken.jsonl").write_text("{no json\n", encoding="utf-8")
    return path
