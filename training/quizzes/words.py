"""Every problem of a quiz in words, by its code, in Indonesian and English."""

from training.quizzes.wording import Words, word
from training.quizzes.words_answers import ANSWER_WORDS
from training.quizzes.words_choices import CHOICE_WORDS
from training.quizzes.words_doubtful import DOUBTFUL_WORDS
from training.quizzes.words_exchange import EXCHANGE_WORDS
from training.quizzes.words_gaps import GAP_WORDS
from training.quizzes.words_languages import LANGUAGE_WORDS
from training.quizzes.words_look_alikes import LOOK_ALIKE_WORDS

QUIZ_WORDS = {
    "quiz.no-quiz": word(
        ("kuis tidak ditemukan", "no quiz found"),
        ("Berkas ini tidak punya judul yang dimulai dengan Kuis.", "This file has no heading that begins with Quiz."),
        ("Mulai dengan judul seperti ini:", "Begin with a heading like this:"),
        ("## Kuis: Rasa aman", "## Quiz: Feeling safe"),
    ),
    "quiz.two-quizzes": word(
        ("dua kuis dalam satu berkas", "two quizzes in one file"),
        (
            "Kuis pertama ada di baris {first}; kuis kedua ini tidak dibaca.",
            "The first quiz is in line {first}; this second one was not read.",
        ),
        ("Satukan soalnya di bawah satu judul Kuis.", "Put the questions under one Quiz heading."),
    ),
    "quiz.no-questions": word(
        ("kuis tanpa soal", "quiz without questions"),
        ("Di bawah judul ini belum ada soal.", "There is no question under this heading yet."),
        (
            "Tulis setiap soal sebagai judul satu tingkat lebih dalam:",
            "Write each question as a heading one level deeper:",
        ),
        "### 1. Apa langkah pertama Anda?",
    ),
    "quiz.text-outside": word(
        ("teks di luar kuis", "text outside the quiz"),
        (
            "Teks ini berada di luar bagian kuis, jadi tidak akan tampil.",
            "This text stands outside the quiz section, so it will not be shown.",
        ),
        ("Pindahkan ke bawah judul Kuis, atau hapus.", "Move it below the Quiz heading, or remove it."),
    ),
    "quiz.fence-open": word(
        ("blok kode belum ditutup", "code block not closed"),
        (
            "Tanda ``` di baris ini tidak pernah ditutup; barisnya dilewati.",
            "The ``` in this line is never closed; the line was skipped.",
        ),
        ("Tutup dengan baris ``` lagi, atau hapus tandanya.", "Close it with another ``` line, or remove the mark."),
    ),
    "quiz.comment-open": word(
        ("catatan tidak lengkap", "note not complete"),
        (
            "Catatan ini tidak dibuka dengan <!-- atau tidak ditutup dengan -->, jadi akan tampil sebagai teks.",
            "This note does not begin with <!-- or does not end with -->, so it would show as text.",
        ),
        ("Tulis kedua tandanya lengkap:", "Write both marks in full:"),
        "<!-- id: q-beku -->",
    ),
    "quiz.empty-question": word(
        ("soal tanpa pertanyaan", "question without words"),
        ("Soal ini belum punya pertanyaan.", "This question has no words yet."),
        ("Tulis pertanyaannya di judul:", "Write it into the heading:"),
        "### 1. Apa langkah pertama Anda?",
    ),
    "quiz.no-id": word(
        ("soal tanpa id", "question without an id"),
        (
            "Tanpa id, kedua bahasa tidak bisa dipasangkan dan statistik hilang bila pertanyaannya diubah.",
            "Without an id the two languages cannot be paired, and statistics are lost when the words change.",
        ),
        ("Tulis di bawah judul, sama di kedua bahasa:", "Write it below the heading, the same in both languages:"),
        "<!-- id: q-beku -->",
    ),
    "quiz.bad-id": word(
        ("id tidak bisa dipakai", "id cannot be used"),
        (
            "“{written}” bukan id: hanya huruf kecil, angka, dan tanda hubung tunggal, paling panjang 64.",
            "“{written}” is no id: small letters, digits and single hyphens only, at most 64.",
        ),
        ("Tulis seperti ini:", "Write it like this:"),
        "<!-- id: q-beku -->",
    ),
    "quiz.duplicate-id": word(
        ("id dipakai dua kali", "id used twice"),
        (
            "Id “{slug}” sudah dipakai soal di baris {first}.",
            "The id “{slug}” belongs to the question in line {first}.",
        ),
        ("Beri soal ini id lain:", "Give this question another id:"),
        "<!-- id: q-beku-2 -->",
    ),
    "quiz.text-after-answers": word(
        ("teks sesudah jawaban", "text after the answers"),
        (
            "Teks ini ada sesudah pilihan; ia akan tampil sebelum pilihan.",
            "This text stands after the choices; it will be shown before them.",
        ),
        ("Kalau ini penjelasan sesudah menjawab, mulai dengan >:", "If it explains the answer, begin it with >:"),
        "> Urutannya: aman dulu, baru bicara.",
    ),
    "quiz.explanation-before-answers": word(
        ("penjelasan sebelum pilihan", "explanation before the choices"),
        (
            "Baris > di tepi adalah penjelasan yang baru tampil sesudah menjawab, bukan bagian dari soal.",
            "A > line at the margin is an explanation shown after answering, not a part of the question.",
        ),
        (
            "Pindahkan ke bawah pilihan; kutipan dalam soal ditulis sebagai kotak:",
            "Move it below the choices; a quotation inside the question is written as a box:",
        ),
        '> [!contoh]\n> "Bu, ini gimana?"',
    ),
    "quiz.unknown-key": word(
        ("kunci tidak dikenal", "key not known"),
        (
            "“{key}” tidak dikenal, jadi baris ini dibaca sebagai teks biasa.",
            "“{key}” is not known, so this line was read as ordinary text.",
        ),
        ("Tulis kuncinya seperti ini:", "Write the key like this:"),
        "{like}: …",
    ),
    "quiz.key-not-read": word(
        ("kunci terbaca sebagai teks", "key read as text"),
        (
            "Karena tanda atau spasi di depannya “{key}” terbaca sebagai teks, jadi akan dilihat semua orang.",
            "With a mark or spaces in front “{key}” was read as text, so everyone would see it.",
        ),
        ("Mulai kunci di tepi, di baris sendiri:", "Begin a key at the margin, on a line of its own:"),
        ("Jawaban: 10", "Answer: 10"),
    ),
    "quiz.key-twice": word(
        ("kunci ditulis dua kali", "key written twice"),
        (
            "Kunci ini sudah ada di baris {first}; yang kedua tidak dibaca.",
            "This key is there already, in line {first}; the second was not read.",
        ),
        ("Simpan salah satu saja.", "Keep just one of them."),
    ),
    "quiz.key-out-of-place": word(
        ("kunci di tempat lain", "key in another place"),
        (
            "“{key_id}” tidak berlaku di bagian ini, jadi tidak dibaca.",
            "“{key_en}” does not belong in this part; it was not read.",
        ),
        (
            "Lulus, Ambil, dan Yang benar tetap ditulis di bawah judul kuis; kunci lain di bawah soalnya. "
            "Dalam cerita bercabang: di atas langkah pertama.",
            "Mastery, Draw and Keep right stand below the quiz heading; other keys below their question. "
            "In a branching story: above the first step.",
        ),
    ),
    "quiz.bad-value": word(
        ("nilai kunci tidak terbaca", "value not understood"),
        ("“{written}” tidak bisa dibaca di sini.", "“{written}” cannot be read here."),
        ("Yang bisa ditulis: {expected_id}.", "What can be written: {expected_en}."),
    ),
    "quiz.mastery-unclear": word(
        ("batas lulus belum jelas", "mastery mark not clear"),
        (
            "“{written}” terbaca sebagai {percent}%, karena tidak ada tanda persen.",
            "“{written}” was read as {percent}%, for there is no percent sign.",
        ),
        ("Tulis bagian yang harus tepat, dengan tanda persen:", "Write the share that has to be right, in percent:"),
        ("Lulus: 80%", "Mastery: 80%"),
    ),
    "quiz.mastery-low": word(
        ("batas lulus rendah", "low mastery mark"),
        (
            "Dengan {percent}% kuis sudah lulus walau sebagian besar jawabannya belum tepat.",
            "With {percent}% the quiz is passed although most of its answers do not fit yet.",
        ),
        ("Bila itu memang dimaksud, biarkan. Biasanya:", "If that is meant, leave it. Customary is:"),
        ("Lulus: 80%", "Mastery: 80%"),
    ),
    "quiz.unknown-kind": word(
        ("jenis soal tidak dikenal", "kind of question not known"),
        ("“{written}” bukan jenis soal yang dikenal.", "“{written}” is no kind of question that is known."),
        (
            "Hapus barisnya (jenis dikenali dari tulisannya), atau pakai:",
            "Remove the line (the kind is seen from what is written), or use:",
        ),
        ("Jenis: pilih semua", "Type: choose all"),
    ),
    "quiz.kind-mismatch": word(
        ("jenis tidak cocok", "kind does not fit"),
        (
            "Tertulis “{written}”, tetapi isinya berbentuk “{found_id}”. Dibaca sebagai “{found_id}”.",
            "It says “{written}”, but what is written is “{found_en}”. It was read as “{found_en}”.",
        ),
        ("Hapus baris Jenis, atau ubah jawabannya.", "Remove the Type line, or change the answers."),
    ),
    "quiz.alternative-missing": word(
        ("soal yang digantikan tidak ada", "question to replace not found"),
        (
            "Soal ini menggantikan “{slug}”, tetapi id itu tidak ada di kuis ini, atau milik soal pengganti lain.",
            "This question replaces “{slug}”, but no question here has that id, or it is a replacement itself.",
        ),
        ("Tulis id soal yang digantikan:", "Write the id of the question it replaces:"),
        ("Pengganti untuk: q-beku", "Alternative to: q-beku"),
    ),
    "quiz.alternative-points": word(
        ("poin soal pengganti berbeda", "other points for the replacement"),
        (
            "Soal ini menggantikan “{slug}”, yang bernilai {points} poin; pengganti harus bernilai sama.",
            "This question replaces “{slug}”, which counts {points} points; a replacement must count the same.",
        ),
        ("Tulis poin yang sama di kedua soal:", "Write the same points in both questions:"),
        ("Poin: 2", "Points: 2"),
    ),
    "quiz.note-without-alternative": word(
        ("catatan isi tanpa soal pengganti", "content note without another question"),
        (
            "Soal ini menyinggung hal berat, tetapi yang ingin melewatinya belum punya soal lain.",
            "This question touches something heavy, but whoever wants to skip it has no other question.",
        ),
        (
            "Tulis satu soal lain yang sama nilainya, dengan baris:",
            "Write another question that counts the same, with the line:",
        ),
        ("Pengganti untuk: q-beku", "Alternative to: q-beku"),
    ),
    "quiz.draw-too-many": word(
        ("soal kurang untuk diambil", "not enough questions to draw"),
        (
            "Kuis ini mengambil {draw} soal, tetapi hanya punya {count} (soal pengganti tidak dihitung).",
            "This quiz draws {draw} questions, but has only {count} (replacements not counted).",
        ),
        ("Kecilkan angkanya atau tambah soal:", "Lower the number or add questions:"),
        ("Ambil: 6", "Draw: 6"),
    ),
}

WORDS: dict[str, Words] = {
    **QUIZ_WORDS, **CHOICE_WORDS, **ANSWER_WORDS, **DOUBTFUL_WORDS, **GAP_WORDS, **LOOK_ALIKE_WORDS,
    **LANGUAGE_WORDS, **EXCHANGE_WORDS,
}
