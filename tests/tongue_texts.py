"""A content folder in five languages, beside one another as a collection from the region has them."""

CONTENT = {
    "articles/2022/urdu.md": """\
---
title: عمران خان کی بیجنگ میں شی جن پنگ سے ملاقات
published: 2022-02-06
language: ur
rights: full
source:
  headline: وزیر اعظم عمران خان کا دورہ چین، سی پیک پر بات چیت
  outlet: dawn
  authors: [احمد علی]
  dateline: بیجنگ
  standfirst: دونوں رہنماؤں نے چین پاکستان اقتصادی راہداری کے منصوبوں پر بات کی۔
  captions: [عمران خان اور شی جن پنگ عظیم عوامی ہال میں]
---

وزیر اعظم عمران خان نے اتوار کو بیجنگ میں چین کے صدر شی جن پنگ سے ملاقات کی۔
یہ اکتوبر 2019 کے بعد ان کی پہلی ملاقات تھی۔

## ملاقات کے نکات

- چین پاکستان اقتصادی راہداری پر کام تیز کیا جائے گا۔
- سنکیانگ کے معاملے پر پاکستان نے چین کی حمایت کی۔
- دونوں ملک CPEC کے دوسرے مرحلے پر متفق ہیں۔

> عمران خان نے کہا: “پاکستان اور چین کی دوستی ہر موسم کی دوستی ہے۔”

1. پہلا دن ملاقاتوں کا تھا۔
2. دوسرا دن کھیلوں کا تھا۔
""",
    "articles/2022/uyghur.md": """\
---
title: ئۇيغۇرلار لوندوندا نامايىش قىلدى
published: 2022-07-05
language: ug
rights: full
source:
  outlet: dawn
  standfirst: نامايىشچىلار ئۈرۈمچى ۋەقەسىنى ئەسلىدى.
---

ئۇيغۇرلار ۋە تىبەتلەر لوندوندىكى خىتاي ئەلچىخانىسى ئالدىدا نامايىش قىلدى.
نامايىشچىلار شىنجاڭدىكى لاگېرلارنى تاقاشنى تەلەپ قىلدى.

دۇنيا ئۇيغۇر قۇرۇلتىيى بۇ نامايىشنى ئۇيۇشتۇردى.
""",
    "articles/2022/arabic.md": """\
---
title: مفوضة حقوق الإنسان تزور شينجيانغ
published: 2022-05-23
language: ar
rights: full
source:
  headline: باشليه تبدأ زيارة إلى الصين تشمل شينجيانغ
  standfirst: الزيارة هي الأولى منذ عام 2005.
---

بدأت ميشيل باشليه زيارة إلى الصين تستمر ستة أيام. وقالت إن الزيارة ليست تحقيقا، وإنها ستزور شينجيانغ.
""",
    "articles/2022/chinese.md": """\
---
title: 习近平在北京会见伊姆兰·汗
published: 2022-02-06
language: zh
rights: full
source:
  headline: 习近平会见巴基斯坦总理伊姆兰·汗
  standfirst: 双方就中巴经济走廊和新疆问题交换意见。
---

国家主席习近平2月6日在北京人民大会堂会见来华出席北京冬奥会开幕式的巴基斯坦总理伊姆兰·汗。习近平指出，中巴经济走廊建设取得重要进展。

伊姆兰·汗说，巴方在新疆问题上坚定支持中方。
""",
    "articles/2022/english.md": """\
---
title: Khan and Xi meet in Beijing
published: 2022-02-06
rights: full
source: {outlet: dawn, standfirst: They spoke of the corridor and of Xinjiang.}
---

Imran Khan met Xi Jinping in Beijing on Sunday. They spoke of Xinjiang, which Uyghurs call شىنجاڭ, and of the corridor.
""",
    "authorities/all.yml": """\
- {id: imran-khan, kind: person, label: Imran Khan, aliases: [عمران خان, 伊姆兰·汗]}
- {id: xi-jinping, kind: person, label: Xi Jinping, aliases: [شی جن پنگ, 习近平]}
- {id: xinjiang, kind: place, label: Xinjiang, aliases: [新疆, شىنجاڭ, سنکیانگ, شينجيانغ, شىنجاڭدىكى]}
- {id: world-uyghur-congress, kind: organisation, label: دۇنيا ئۇيغۇر قۇرۇلتىيى, aliases: [World Uyghur Congress]}
- {id: dawn, kind: outlet, label: Dawn}
""",
}
