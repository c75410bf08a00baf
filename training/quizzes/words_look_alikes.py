"""Words for what looks like answers without being read as such: plain lists, tables, questions of other programs."""

from training.quizzes.wording import word

_WAY_IN = (
    "Potong dari sini dan tempel di “Soal masuk dan keluar” (di atas penyunting kuis), atau simpan sebagai berkas dan "
    "jalankan bin/sebaya quizzes import. Atau tulis sendiri:",
    "Cut it out and paste it into “Questions in and out” (above the quiz's editor), or keep it as a file and run "
    "bin/sebaya quizzes import. Or write it like this:",
)
_CHOICES = ("- [x] Menyapa pelan\n- [ ] Menunggu saja", "- [x] Greet her quietly\n- [ ] Just wait")
_PAIRS = (
    "- Napas cepat -> Ajak napas pelan\n- Menangis -> Beri waktu",
    "- Quick breath -> Breathe slowly together\n- Tears -> Give time",
)

LOOK_ALIKE_WORDS = {
    "quiz.looks-like-gift": word(
        ("tampak seperti GIFT", "looks like GIFT"),
        (
            "Mulai baris ini tulisannya GIFT. Di kuis ia tampil apa adanya, bersama kuncinya.",
            "From this line on it is written in GIFT. In a quiz that shows just as it is, key and all.",
        ),
        _WAY_IN,
        _CHOICES,
    ),
    "quiz.looks-like-aiken": word(
        ("tampak seperti Aiken", "looks like Aiken"),
        (
            "Pilihan A, B, … dengan huruf jawabannya adalah bentuk Aiken. Di kuis tidak ada yang bisa dipilih, dan yang "
            "diminta mengetik hurufnya.",
            "Choices A, B, … with the letter of the answer are Aiken's form. In a quiz there is nothing to choose, and "
            "the letter would have to be typed.",
        ),
        _WAY_IN,
        _CHOICES,
    ),
    "quiz.list-like-choices": word(
        ("daftar tanpa tanda", "list without marks"),
        (
            "Daftar ini tampil sebagai bacaan: tidak ada yang bisa dipilih, dan soalnya menjadi refleksi terbuka.",
            "This list is shown as reading: there is nothing to choose, and the question became an open reflection.",
        ),
        (
            "Beri tanda di depan tiap pilihan (bila memang refleksi, tulis Jenis: refleksi):",
            "Put a mark before each choice (if it is a reflection indeed, write Type: reflection):",
        ),
        _CHOICES,
    ),
    "quiz.list-like-pairs": word(
        ("pasangan tanpa panah", "pairs without arrows"),
        (
            "Daftar ini tampil sebagai bacaan: tidak ada yang bisa dijodohkan, dan soalnya menjadi refleksi terbuka.",
            "This list is shown as reading: there is nothing to match, and the question became an open reflection.",
        ),
        (
            "Tulis panah di antara kedua sisi (bila memang refleksi, tulis Jenis: refleksi):",
            "Write an arrow between the two sides (if it is a reflection indeed, write Type: reflection):",
        ),
        _PAIRS,
    ),
    "quiz.table-not-read": word(
        ("tabel tanpa jawaban", "table without answers"),
        (
            "Tabel ini tampil sebagai bacaan: tidak ada yang bisa dijawab, dan soalnya menjadi refleksi terbuka.",
            "This table is shown as reading: there is nothing to answer, and the question became an open reflection.",
        ),
        (
            "Tulis tiap baris sebagai pasangan (bila memang refleksi, tulis Jenis: refleksi):",
            "Write each row as a pair (if it is a reflection indeed, write Type: reflection):",
        ),
        _PAIRS,
    ),
}
