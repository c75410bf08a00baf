"""Words for what an import or export of GIFT or Aiken could not carry."""

from training.quizzes.wording import word

LEFT_OUT = (
    "Ubah soal ini, lalu impor lagi. Tidak ada yang masuk sebelum semuanya terbaca.",
    "Change this question and import again. Nothing comes in until everything can be read.",
)

EXCHANGE_WORDS = {
    "exchange.encoding": word(
        ("bukan UTF-8", "not UTF-8"),
        (
            "Baris ini memuat bita {byte} yang bukan UTF-8, jadi berkas ini tidak bisa dibaca.",
            "This line holds the byte {byte}, which is not UTF-8, so the file could not be read.",
        ),
        (
            "Ekspor atau simpan ulang dengan pengodean “UTF-8”.",
            "Export it or save it again with the encoding “UTF-8”.",
        ),
    ),
    "exchange.nothing": word(
        ("tidak ada soal", "no questions"),
        ("Di teks ini tidak ada soal GIFT maupun Aiken.", "There is no question of GIFT or Aiken in this text."),
        ("Tulis paling sedikit satu soal:", "Write at least one question:"),
        "Apa langkah pertama Anda? {=Menyapa ~Menunggu}",
    ),
    "exchange.too-many": word(
        ("terlalu banyak soal sekaligus", "too many questions at once"),
        (
            "Teks ini memuat kira-kira {count} soal; sekali impor paling banyak {most}.",
            "This text holds about {count} questions; one import takes at most {most}.",
        ),
        ("Bagi menjadi beberapa berkas.", "Divide it into several files."),
    ),
    "gift.description": word(
        ("teks tanpa jawaban", "text without answers"),
        (
            "Bagian ini tidak punya kurung {{ }}, jadi ini keterangan, bukan soal.",
            "This part has no braces {{ }}, so it is a description, not a question.",
        ),
        (
            "Tambahkan jawabannya, atau pindahkan teksnya ke pelajaran:",
            "Add answers, or move it to a lesson:",
        ),
        "Ibu kota Indonesia? {=Jakarta ~Bogor}",
    ),
    "gift.braces": word(
        ("kurung tidak berpasangan", "braces do not match"),
        (
            "Kurung {{ }} di soal ini tidak berpasangan, ada lebih dari satu, atau ada baris kosong di dalamnya.",
            "The braces {{ }} of this question do not match, there are several, or a blank line is between them.",
        ),
        (
            "Tulis tepat satu pasang; kurung dalam teks diberi garis miring:",
            "Write exactly one pair; braces in the text take a backslash:",
        ),
        "Himpunan \\{1, 2\\} punya dua anggota. {TRUE}",
    ),
    "gift.answers-unreadable": word(
        ("jawaban tidak terbaca", "answers cannot be read"),
        ("“{written}” tidak bisa dibaca sebagai jawaban GIFT.", "“{written}” cannot be read as an answer of GIFT."),
        ("Mulai setiap jawaban dengan = (benar) atau ~ (lainnya):", "Begin each answer with = (right) or ~ (others):"),
        "{=aman ~cepat}",
    ),
    "gift.no-right-answer": word(
        ("tidak ada jawaban benar", "no right answer"),
        ("Tidak ada pilihan yang benar di soal ini.", "No choice of this question is right."),
        ("Mulai jawaban yang benar dengan tanda = :", "Begin the right answer with = :"),
        "{=aman ~cepat}",
    ),
    "gift.weights": word(
        ("bobot tidak bisa dibawa", "weights cannot be carried"),
        (
            "Jawaban yang benar berbobot tidak sama ({right} benar, {wrong} lainnya); soal kita membaginya rata.",
            "The right answers weigh differently ({right} right, {wrong} others); our questions share evenly.",
        ),
        ("Bagi 100 % rata untuk semua yang benar:", "Share 100 % evenly over the right ones:"),
        "{~%50%a ~%50%b ~%-50%c ~%-50%d}",
    ),
    "gift.weights-evened": word(
        ("pilihan lain kini mengurangi nilai", "other choices now cost"),
        (
            "Di sini setiap pilihan yang kurang tepat mengurangi nilai, supaya mencentang semuanya tidak menolong; "
            "di berkas aslinya bobotnya lain.",
            "Here each choice that is not right takes from the score, so that ticking all does not help; "
            "the file weighs them differently.",
        ),
        ("Tidak ada yang perlu dilakukan bila itu memang dimaksud.", "Nothing to do, if that is what is meant."),
    ),
    "gift.wildcard": word(
        ("bintang di dalam jawaban", "star inside an answer"),
        (
            "“{written}” memakai * untuk sebagian kata; kita hanya mengenal * sebagai seluruh jawaban.",
            "“{written}” uses * for a part of a word; we know * only as a whole answer.",
        ),
        ("Tulis kata-katanya satu per satu:", "Write the words one by one:"),
        "{=aman =keamanan}",
    ),
    "gift.number": word(
        ("angka tidak terbaca", "number cannot be read"),
        (
            "“{written}” tidak bisa dibaca sebagai angka atau jangkauan.",
            "“{written}” cannot be read as a number or a range.",
        ),
        ("Tulis angka dengan toleransi, atau dari..sampai:", "Write a number with its tolerance, or from..to:"),
        "{#10:2}   {#8..12}",
    ),
    "gift.empty-answer": word(
        ("jawaban kosong", "empty answer"),
        ("Salah satu jawaban tidak punya teks.", "One of the answers has no text."),
        LEFT_OUT,
    ),
    "gift.empty-question": word(
        ("soal tanpa pertanyaan", "question without words"),
        ("Tidak ada teks di depan kurung {{ }}.", "There is no text before the braces {{ }}."),
        LEFT_OUT,
    ),
    "gift.not-writable": word(
        ("teks bertabrakan dengan tulisan kita", "text collides with our way of writing"),
        (
            "Sebagian teks soal ini akan terbaca lain di Markdown (misalnya sebuah baris yang tampak seperti pilihan).",
            "Some of this text would be read differently in Markdown (such as a line that looks like a choice).",
        ),
        LEFT_OUT,
    ),
    "gift.name-changed": word(
        ("nama diubah", "name changed"),
        (
            "Nama “{name}” menjadi id “{slug}”: huruf kecil, angka, tanda hubung, dan tidak dipakai dua kali.",
            "The name “{name}” became the id “{slug}”: small letters, digits, hyphens, and never used twice.",
        ),
        ("Tidak ada yang perlu dilakukan, kecuali Anda ingin id lain.", "Nothing to do, unless another id is wanted."),
    ),
    "gift.categories": word(
        ("beberapa kategori", "several categories"),
        (
            "Kategori “{category}” digabung ke dalam kuis “{first}”.",
            "The category “{category}” was joined into the quiz “{first}”.",
        ),
        (
            "Bagi berkasnya bila setiap kategori seharusnya menjadi kuis sendiri.",
            "Divide the file if each category should be a quiz of its own.",
        ),
    ),
    "gift.tag": word(
        ("penanda tidak dibawa", "tag not carried"),
        ("Penanda “{tag}” tidak punya tempat di kuis kita.", "The tag “{tag}” has no place in our quizzes."),
        ("Tulis kompetensinya di soal:", "Write the skill into the question:"),
        "Kompetensi: D1",
    ),
    "gift.kind-not-carried": word(
        ("jenis soal tidak ada di GIFT", "kind of question not in GIFT"),
        (
            "GIFT tidak bisa memuat soal “{slug}” ({what_id}) seperti yang tertulis, jadi tidak ikut diekspor.",
            "GIFT cannot hold the question “{slug}” ({what_en}) as it is written, so it was not exported.",
        ),
        ("Simpan juga berkas Markdown-nya.", "Keep the Markdown file as well."),
    ),
    "gift.setting-lost": word(
        ("pengaturan tidak ada di GIFT", "setting not in GIFT"),
        (
            "GIFT tidak punya tempat untuk “{what_id}” dari soal “{slug}”.",
            "GIFT has no place for “{what_en}” of the question “{slug}”.",
        ),
        ("Simpan juga berkas Markdown-nya.", "Keep the Markdown file as well."),
    ),
    "gift.quiz-setting-lost": word(
        ("pengaturan kuis tidak ada di GIFT", "setting of the quiz not in GIFT"),
        ("GIFT tidak punya tempat untuk “{what_id}” dari kuis ini.", "GIFT has no place for “{what_en}” of this quiz."),
        ("Simpan juga berkas Markdown-nya.", "Keep the Markdown file as well."),
    ),
    "aiken.no-answer": word(
        ("soal tanpa baris ANSWER", "question without an ANSWER line"),
        (
            "Soal yang dimulai di sini tidak ditutup dengan ANSWER.",
            "The question that begins here is not closed by ANSWER.",
        ),
        ("Tulis huruf jawaban yang benar:", "Write the letter of the right answer:"),
        "ANSWER: B",
    ),
    "aiken.too-few-options": word(
        ("pilihan kurang", "too few choices"),
        (
            "Soal ini punya {count} pilihan, atau tidak punya pertanyaan.",
            "This question has {count} choices, or no words.",
        ),
        ("Tulis paling sedikit dua, mulai dari A:", "Write at least two, beginning with A:"),
        "A. Menyapa\nB. Menunggu",
    ),
    "aiken.unknown-letter": word(
        ("huruf jawaban tidak ada", "letter of the answer not found"),
        ("Jawabannya “{letter}”, tetapi pilihannya {known}.", "The answer is “{letter}”, but the choices are {known}."),
        ("Pakai salah satu huruf itu:", "Use one of those letters:"),
        "ANSWER: B",
    ),
}
