"""Words for problems of questions with choices."""

from training.quizzes.wording import word

CHOICE_WORDS = {
    "quiz.no-right-answer": word(
        ("tidak ada jawaban benar", "no right answer"),
        (
            "Soal ini tidak punya jawaban benar, jadi tidak ada yang bisa lulus.",
            "This question has no right answer, so nobody could pass it.",
        ),
        ("Tandai paling sedikit satu jawaban:", "Mark at least one answer:"),
        "- [x] Menyapa dengan pertanyaan yang mudah ditolak",
    ),
    "quiz.several-right-answers": word(
        ("beberapa jawaban benar", "several right answers"),
        (
            "Soal ini meminta satu pilihan, tetapi {count} pilihan ditandai benar.",
            "This question asks for one choice, yet {count} choices are marked right.",
        ),
        (
            "Tandai satu saja, atau tulis bahwa semua yang benar harus dipilih:",
            "Mark just one, or say that all right ones are to be chosen:",
        ),
        ("Jenis: pilih semua", "Type: choose all"),
    ),
    "quiz.every-option-right": word(
        ("semua pilihan benar", "every choice is right"),
        (
            "Semua pilihan ditandai benar, jadi mencentang semuanya selalu berhasil.",
            "Every choice is marked right, so ticking all of them always works.",
        ),
        ("Tambahkan pilihan yang tampak masuk akal tetapi kurang tepat:", "Add a choice that only seems sensible:"),
        "- [ ] Menunggu sampai ia sendiri yang bicara",
    ),
    "quiz.too-few-options": word(
        ("pilihan kurang", "too few choices"),
        (
            "Soal ini punya {count} pilihan. Dengan kurang dari dua tidak ada yang bisa dipilih.",
            "This question has {count} choices. With fewer than two there is nothing to choose.",
        ),
        ("Tulis paling sedikit dua:", "Write at least two:"),
        "- [x] Ajak napas pelan\n- [ ] Minta ia bercerita",
    ),
    "quiz.same-options": word(
        ("dua baris sama", "two lines read the same"),
        ("“{option}” sama dengan baris {first}.", "“{option}” reads the same as line {first}."),
        ("Ubah salah satunya atau hapus.", "Change one of them, or remove it."),
    ),
    "quiz.mixed-marks": word(
        ("tanda tercampur", "marks are mixed"),
        (
            "Sebagian pilihan memakai poin dan “{option}” tidak, jadi nilainya tidak jelas.",
            "Some choices carry points and “{option}” does not, so the score is unclear.",
        ),
        ("Beri semua pilihan tanda yang sejenis:", "Give all choices the same sort of mark:"),
        "- [2] Menyambut di pintu\n- [0] Menyuruhnya duduk",
    ),
    "quiz.mixed-answers": word(
        ("dua cara menjawab", "two ways to answer"),
        (
            "Soal ini memuat daftar pilihan dan juga baris Jawaban:; hanya daftar pilihannya yang dibaca.",
            "This question holds a list of choices and an Answer: line as well; only the list was read.",
        ),
        (
            "Pilih salah satu: daftar pilihan, atau baris Jawaban:.",
            "Keep one of them: a list of choices, or an Answer: line.",
        ),
    ),
    "quiz.no-points": word(
        ("tidak ada poin", "no points to earn"),
        (
            "Tidak ada pilihan yang memberi poin, jadi nilai soal ini selalu 0.",
            "No choice earns points, so this question always scores 0.",
        ),
        ("Beri pilihan terbaik poin di atas 0:", "Give the best choice points above 0:"),
        "- [3] Tanyakan langsung dan tenang",
    ),
    "quiz.unknown-mark": word(
        ("tanda tidak dikenal", "mark not known"),
        (
            "“{written}” bukan tanda yang bisa dibaca di depan sebuah pilihan.",
            "“{written}” is not a mark that can be read before a choice.",
        ),
        (
            "Di dalam kurung: satu x atau satu spasi. Sebelum dan sesudah kurung: satu spasi.",
            "Inside the brackets: one x or one space. Before and after the brackets: one space.",
        ),
        ("- [x] pilihan benar\n- [ ] pilihan lain", "- [x] right choice\n- [ ] other choice"),
    ),
    "quiz.mark-without-dash": word(
        ("pilihan tanpa tanda minus", "choice without a dash"),
        (
            "Baris ini terbaca sebagai teks soal, jadi tandanya akan dilihat semua orang.",
            "This line was read as the question's text, so everyone would see its mark.",
        ),
        ("Mulai setiap pilihan dengan tanda minus dan satu spasi:", "Begin each choice with a dash and a space:"),
        ("- [x] pilihan benar\n- [ ] pilihan lain", "- [x] right choice\n- [ ] other choice"),
    ),
    "quiz.mark-indented": word(
        ("pilihan menjorok", "indented choice"),
        (
            "Karena spasi di depannya baris ini terbaca sebagai teks, jadi tandanya akan dilihat semua orang.",
            "With spaces in front this line was read as text, so everyone would see its mark.",
        ),
        ("Mulai setiap pilihan di tepi:", "Begin each choice at the margin:"),
        ("- [x] pilihan benar\n- [ ] pilihan lain", "- [x] right choice\n- [ ] other choice"),
    ),
    "quiz.option-without-mark": word(
        ("pilihan tanpa tanda", "choice without a mark"),
        (
            "“{option}” berada di antara pilihan, tetapi tidak punya tanda; dibaca sebagai pilihan yang kurang tepat.",
            "“{option}” stands among the choices without a mark; it was read as a choice that is not right.",
        ),
        ("Beri tanda di depannya:", "Put a mark before it:"),
        "- [ ] Menunggu saja",
    ),
    "quiz.points-not-a-number": word(
        ("poin bukan angka", "points are not a number"),
        ("“{written}” tidak bisa dibaca sebagai poin.", "“{written}” cannot be read as points."),
        ("Tulis satu angka saja, dalam kurung siku:", "Write just one number, in square brackets:"),
        "- [3] …   - [-1] …   - [0,5] …   - [50%] …",
    ),
    "quiz.panel-counts": word(
        ("jumlah penilai", "counts of the panel"),
        (
            "“{written}” bukan empat jumlah penilai, atau semuanya 0.",
            "“{written}” is not the panel's four counts, or all of them are 0.",
        ),
        (
            "Tulis berapa penilai memilih Berisiko, Kurang, Cukup, Sangat menolong:",
            "Write how many raters chose Risky, Little, Enough, Very helpful:",
        ),
        '- [0 0 1 5] "Kita bisa berhenti di sini dulu."',
    ),
    "quiz.all-of-the-above": word(
        ("“semua benar” sebagai pilihan", "“all of the above” as a choice"),
        (
            "“{option}” bisa ditebak tanpa memahami soalnya, dan urutan pilihan diacak.",
            "“{option}” can be guessed without understanding, and choices are shown in any order.",
        ),
        (
            "Pakai soal dengan beberapa jawaban benar, atau ganti pilihannya:",
            "Let several choices be right, or replace this one:",
        ),
        ("Jenis: pilih semua", "Type: choose all"),
    ),
    "quiz.negation": word(
        ("pertanyaan menyangkal", "question with a negation"),
        ("“{word}” mudah terlewat saat membaca di layar kecil.", "“{word}” is easily overlooked on a small screen."),
        ("Tanyakan secara positif, misalnya “Mana yang menolong?”", "Ask it positively, such as “Which one helps?”"),
    ),
    "quiz.no-feedback": word(
        ("pilihan tanpa penjelasan", "choice without feedback"),
        (
            "{count} pilihan belum menjelaskan mengapa tepat atau kurang tepat.",
            "{count} choices do not say yet why they fit or not.",
        ),
        ("Tulis penjelasannya di bawah pilihan, dengan dua spasi:", "Write it below the choice, after two spaces:"),
        "- [ ] Minta ia bercerita\n  > Menggali cerita sekarang bisa membuatnya makin kewalahan.",
    ),
    "quiz.right-always-longest": word(
        ("jawaban benar selalu terpanjang", "right choice is always the longest"),
        (
            "Di {count} soal, pilihan yang benar selalu yang terpanjang, jadi bisa ditebak dari panjangnya.",
            "In {count} questions the right choice is always the longest, so it can be guessed by length.",
        ),
        ("Samakan panjang pilihan-pilihannya.", "Make the choices equally long."),
    ),
    "quiz.right-always-same-place": word(
        ("jawaban benar selalu di tempat sama", "right choice is always in the same place"),
        (
            "Di {count} soal, pilihan yang benar selalu nomor {place}. Di versi cetak ini mudah ditebak.",
            "In {count} questions the right choice is always number {place}. On paper that is easily guessed.",
        ),
        ("Pindahkan pilihan yang benar di sebagian soal.", "Move the right choice in some of the questions."),
    ),
}
