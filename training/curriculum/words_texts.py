"""Words for problems inside a text: numbers, marks, call-outs, headings and footnotes."""

from training.curriculum.telling import both

WORDS = {
    "text.phone-number": both(
        id=("nomor telepon di dalam teks", "nomor ini bisa berubah",
            "Nomor “{number}” tertulis langsung. Bila nomornya berganti, pembaca akan menelepon nomor yang salah.",
            "Sebut dengan kuncinya:   {{{{kontak:sapa129}}}}   Nomornya ada di courses/contacts.yml."),
        en=("telephone number in a text", "this number can change",
            "The number “{number}” is written out. When it changes, readers will call the wrong one.",
            "Name it by its key:   {{{{kontak:sapa129}}}}   The numbers are in courses/contacts.yml."),
    ),
    "text.too-large": both(
        id=("teks terlalu panjang untuk satu halaman", "mulai di sini",
            "Teks atau satu barisnya terlalu panjang untuk ditampilkan.",
            "Bagi menjadi beberapa pelajaran, dan beri baris kosong di antara alinea."),
        en=("text too long for one page", "from here on",
            "The text, or one line of it, is too long to be shown.",
            "Divide it into several lessons, with empty lines between paragraphs."),
    ),
    "text.too-nested": both(
        id=("tanda bersarang terlalu dalam", "mulai di sini",
            "Kutipan, daftar, atau tanda di teks ini bersarang jauh lebih dalam daripada yang bisa dibaca orang.",
            "Paling dalam tiga tingkat: kutipan, daftar di dalamnya, satu daftar lagi."),
        en=("marks nested too deeply", "from here on",
            "Quotes, lists or marks in this text are nested far deeper than anyone can read.",
            "Three levels at most: a quote, a list inside it, one more list."),
    ),
    "marker.unknown": both(
        id=("tanda tidak dikenal", "tanda ini tidak dikenal",
            "“{written}” bukan tanda yang dikenal.",
            "Yang ada: {{{{kontak:sapa129}}}}, {{{{istilah:trauma}}}}, {{{{istilah:trauma|kata "
            "lain}}}}, {{{{sumber:S66}}}}, {{{{organisasi:batas-kerahasiaan}}}}."),
        en=("unknown mark", "this mark is not known",
            "“{written}” is not a mark we know.",
            "There are: {{{{kontak:sapa129}}}}, {{{{istilah:trauma}}}}, {{{{istilah:trauma|other "
            "word}}}}, {{{{sumber:S66}}}}, {{{{organisasi:batas-kerahasiaan}}}}."),
    ),
    "marker.not-here": both(
        id=("tanda di tempat yang tidak membacanya", "di sini tanda ini tampil apa adanya",
            "“{key}” ditampilkan sebagai teks biasa, jadi pembaca akan melihat {written} seperti tertulis.",
            "Tulis dengan kata biasa, dan pakai tandanya di bawah keterangan awal atau di short_version."),
        en=("mark where none is read", "here it is shown as written",
            "“{key}” is shown as plain text, so readers would see {written} as it stands.",
            "Write it in plain words, and use the mark below the front matter or in short_version."),
    ),
    "contact.unknown": both(
        id=("kontak tidak dikenal", "kontak ini tidak ada",
            "Tidak ada kontak “{entry}” di {file}.",
            "Pakai kunci yang ada di sana, misalnya   {{{{kontak:supervisor}}}}"),
        en=("unknown contact", "no such contact",
            "There is no contact “{entry}” in {file}.",
            "Use a key from there, such as   {{{{kontak:supervisor}}}}"),
    ),
    "term.unknown": both(
        id=("istilah tidak dikenal", "istilah ini belum dijelaskan",
            "Tidak ada istilah “{entry}” di {file}.",
            "Pakai kunci yang ada di sana, atau tambahkan istilahnya."),
        en=("unknown term", "this term is not explained yet",
            "There is no term “{entry}” in {file}.",
            "Use a key from there, or add the term."),
    ),
    "organisation.unknown": both(
        id=("teks organisasi tidak dikenal", "teks ini tidak ada",
            "Tidak ada teks organisasi “{entry}” di {file}.",
            "Pakai kunci yang ada di sana, misalnya   {{{{organisasi:batas-kerahasiaan}}}}"),
        en=("unknown text of the organisation", "no such text",
            "There is no text of the organisation “{entry}” in {file}.",
            "Use a key from there, such as   {{{{organisasi:batas-kerahasiaan}}}}"),
    ),
    "organisation.not-alone": both(
        id=("teks organisasi tidak berdiri sendiri", "di sini ia tidak bisa tampil",
            "{written} berisi beberapa alinea, jadi ia perlu satu baris sendiri di pelajaran. Kuis tidak memuatnya.",
            "Beri baris kosong sebelum dan sesudahnya, tanpa tanda lain di baris itu."),
        en=("text of the organisation not by itself", "it cannot be shown here",
            "{written} holds several paragraphs, so it needs a line of its own in a lesson. A quiz cannot hold it.",
            "Leave an empty line before and after it, and nothing else on its line."),
    ),
    "source.unknown": both(
        id=("sumber tidak dikenal", "sumber ini tidak ada",
            "Tidak ada sumber “{entry}” di {file}.",
            "Pakai kunci yang ada di sana, misalnya   {{{{sumber:S66}}}}"),
        en=("unknown source", "no such source",
            "There is no source “{entry}” in {file}.",
            "Use a key from there, such as   {{{{sumber:S66}}}}"),
    ),
    "callout.unknown": both(
        id=("kotak tidak dikenal", "kotak jenis ini tidak ada",
            "“{kind}” bukan jenis kotak yang dikenal.",
            "Jenisnya: {known}. Misalnya:   > [!kelompok]"),
        en=("unknown call-out", "no call-out of this kind",
            "“{kind}” is not a kind of call-out we know.",
            "The kinds: {known}. For instance:   > [!group]"),
    ),
    "heading.too-high": both(
        id=("judul terlalu besar", "satu # dipakai untuk judul halaman",
            "Judul dengan satu # hanya untuk judul halaman, yang sudah diambil dari title.",
            "Mulai judul di dalam teks dengan dua:   ## Tanda yang bisa dilihat"),
        en=("heading too large", "one # is the page's own title",
            "A heading with one # is the page's own, and that is taken from title.",
            "Begin headings in the text with two:   ## Signs you can see"),
    ),
    "heading.skips": both(
        id=("judul melompati satu tingkat", "{level} tanpa {above} di atasnya",
            "Sesudah judul sebelumnya seharusnya {above}, di sini {level}. Pembaca layar mengira "
            "ada bagian yang hilang.",
            "Pakai   {above}"),
        en=("heading skips a level", "{level} without {above} above it",
            "After the heading above, {above} was expected, here stands {level}. A screen reader "
            "thinks a part is missing.",
            "Use   {above}"),
    ),
    "footnote.missing": both(
        id=("catatan kaki tanpa isi", "catatan kaki ini belum ditulis",
            "Catatan kaki “{note}” disebut, tetapi isinya tidak ada.",
            "Tulis di akhir teks:   [^{note}]: isi catatan"),
        en=("footnote without its text", "this footnote is not written",
            "The footnote “{note}” is mentioned, but it is written nowhere.",
            "Write it at the end of the text:   [^{note}]: the note"),
    ),
}
