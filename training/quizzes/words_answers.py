"""Words for problems of choices, pairs, ordered lines, accepted answers and stories."""

from training.quizzes.wording import word

ANSWER_WORDS = {
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
        "Jenis: pilih semua",
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
            "Bagian ini memuat lebih dari satu cara menjawab ({found}); hanya yang pertama yang dibaca.",
            "This part holds more than one way to answer ({found}); only the first was read.",
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
        "- [x] pilihan benar\n- [ ] pilihan lain",
    ),
    "quiz.mark-without-dash": word(
        ("pilihan tanpa tanda minus", "choice without a dash"),
        (
            "Baris ini terbaca sebagai teks soal, jadi tandanya akan dilihat semua orang.",
            "This line was read as the question's text, so everyone would see its mark.",
        ),
        ("Mulai setiap pilihan dengan tanda minus dan satu spasi:", "Begin each choice with a dash and a space:"),
        "- [x] pilihan benar\n- [ ] pilihan lain",
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
    "quiz.unit-in-answer": word(
        ("satuan di dalam jawaban", "unit inside the answer"),
        (
            "Karena “{unit}” di belakangnya, jawaban ini terbaca sebagai kata, jadi tidak ada angka yang diterima.",
            "With “{unit}” behind it this answer was read as words, so no number would be accepted.",
        ),
        ("Tulis satuannya di baris sendiri:", "Write the unit on a line of its own:"),
        "Jawaban: {number}\nSatuan: {unit}",
    ),
    "quiz.number-with-unit": word(
        ("angka dengan satuan", "number with a unit"),
        (
            "Jawaban ini terbaca sebagai kata: yang mengetik angkanya saja tidak diterima.",
            "This answer was read as words: the number alone would not be accepted.",
        ),
        ("Bila yang ditanya angkanya, tulis satuannya di baris sendiri:",
         "If you ask for the number, write the unit on a line of its own:"),
        "Jawaban: {number}\nSatuan: {unit}",
    ),
    "quiz.empty-answer": word(
        ("isi kosong", "nothing written"),
        ("Di sini ada tanda tetapi belum ada teksnya.", "There is a mark here, but no text yet."),
        ("Tulis teksnya, atau hapus barisnya.", "Write the text, or remove the line."),
    ),
    "quiz.points-not-a-number": word(
        ("poin bukan angka", "points are not a number"),
        ("“{written}” tidak bisa dibaca sebagai poin.", "“{written}” cannot be read as points."),
        ("Tulis satu angka:", "Write one number:"),
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
    "quiz.too-few-pairs": word(
        ("pasangan kurang", "too few pairs"),
        (
            "Soal ini punya {count} pasangan; dengan kurang dari dua tidak ada yang bisa dijodohkan.",
            "This question has {count} pairs; with fewer than two there is nothing to match.",
        ),
        ("Tulis paling sedikit dua:", "Write at least two:"),
        "- Napas cepat -> Ajak napas pelan\n- Menangis -> Beri waktu",
    ),
    "quiz.pair-without-arrow": word(
        ("pasangan tanpa panah", "pair without an arrow"),
        (
            "“{option}” berada di antara pasangan, tetapi tidak punya panah.",
            "“{option}” stands among the pairs, but has no arrow.",
        ),
        ("Tulis panah di antara kedua sisinya:", "Write an arrow between its two sides:"),
        "- Menangis -> Beri waktu dan hadir",
    ),
    "quiz.too-few-items": word(
        ("langkah kurang", "too few lines to order"),
        (
            "Soal ini punya {count} baris bernomor; dengan kurang dari dua tidak ada yang bisa diurutkan.",
            "This question has {count} numbered lines; with fewer than two there is nothing to order.",
        ),
        ("Tulis paling sedikit dua, dalam urutan yang benar:", "Write at least two, in their right order:"),
        "1. Sambut peserta\n2. Bacakan kesepakatan",
    ),
    "quiz.bad-range": word(
        ("jangkauan tidak mungkin", "range not possible"),
        (
            "“{written}” tidak bisa dipenuhi: batas bawahnya di atas batas atas, atau bagiannya di atas 100%.",
            "“{written}” cannot be met: its lower end is above its upper end, or its share is above 100%.",
        ),
        ("Tulis yang kecil dulu:", "Write the smaller number first:"),
        "Jawaban: 8..12 | 50%: 6..14",
    ),
    "quiz.missing-step": word(
        ("langkah tidak ada", "step does not exist"),
        (
            "Pilihan ini menuju “{step}”, tetapi langkah itu tidak ada. Yang ada: {known}.",
            "This choice leads to “{step}”, but there is no such step. There are: {known}.",
        ),
        ("Samakan tautannya dengan nama langkah:", "Make the link and the step's name the same:"),
        "- [2] Menyambut → [Di pintu](#di-pintu)\n#### Di pintu {#di-pintu}",
    ),
    "quiz.unreachable-step": word(
        ("langkah tidak terjangkau", "step cannot be reached"),
        (
            "Tidak ada pilihan yang menuju langkah “{step}”, jadi tidak ada yang akan membacanya.",
            "No choice leads to the step “{step}”, so nobody would ever read it.",
        ),
        ("Tautkan dari sebuah pilihan, atau hapus langkahnya:", "Link to it from a choice, or remove the step:"),
        "- [1] Minta rekan menyusul → [Di luar](#di-luar)",
    ),
    "quiz.story-loop": word(
        ("cerita berputar", "story runs in a circle"),
        (
            "Pilihan ini kembali ke “{step}” yang sudah dilewati, jadi cerita bisa tidak pernah selesai.",
            "This choice goes back to “{step}”, which was passed before, so the story might never end.",
        ),
        (
            "Arahkan ke langkah yang belum dilewati, atau akhiri cerita di sini dengan menghapus tautannya.",
            "Lead to a step further on, or end the story here by removing the link.",
        ),
    ),
    "quiz.duplicate-step": word(
        ("nama langkah dipakai dua kali", "name of a step used twice"),
        ("Langkah “{step}” sudah ada di baris {first}.", "The step “{step}” is there already, in line {first}."),
        ("Beri nama lain:", "Give it another name:"),
        "#### Di pintu lagi {#di-pintu-lagi}",
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
        "Jenis: pilih semua",
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
