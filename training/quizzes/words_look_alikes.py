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
            "Pilihan A, B, … dengan huruf jawabannya adalah bentuk Aiken. Di kuis tidak ada yang bisa dipilih, dan "
            "yang diminta mengetik hurufnya.",
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
            "Mulai tiap pilihan di tepi, dengan tanda (bila memang refleksi, tulis Jenis: refleksi):",
            "Begin each choice at the margin, with a mark (if it is a reflection indeed, write Type: reflection):",
        ),
        _CHOICES,
    ),
    "quiz.list-like-pairs": word(
        ("pasangan yang tidak terbaca", "pairs that were not read"),
        (
            "Daftar ini tampil sebagai bacaan: tidak ada yang bisa dijodohkan, dan soalnya menjadi refleksi terbuka.",
            "This list is shown as reading: there is nothing to match, and the question became an open reflection.",
        ),
        (
            "Tulis tiap baris di tepi begini (bila memang refleksi, tulis Jenis: refleksi):",
            "Write each line at the margin like this (if it is a reflection indeed, write Type: reflection):",
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
    "quiz.list-like-items": word(
        ("urutan yang tidak terbaca", "order that was not read"),
        (
            "Daftar ini tampil sebagai bacaan: tidak ada yang bisa diurutkan, dan soalnya menjadi refleksi terbuka.",
            "This list is shown as reading: there is nothing to order, and the question became an open reflection.",
        ),
        (
            "Tulis tiap baris di tepi, dalam urutan yang benar (bila memang refleksi, tulis Jenis: refleksi):",
            "Write each line at the margin, in the right order (if it is a reflection indeed, write Type: reflection):",
        ),
        ("1. Sambut peserta\n2. Bacakan kesepakatan", "1. Greet everyone\n2. Read the agreement"),
    ),
    "quiz.gap-without-words": word(
        ("bagian rumpang tanpa kata", "gap without its word"),
        (
            "Tidak ada yang bisa diisi di sini, dan soalnya menjadi refleksi terbuka.",
            "There is nothing to fill in here, and the question became an open reflection.",
        ),
        (
            "Tulis kata yang dicari dalam dua kurung siku (bila memang refleksi, tulis Jenis: refleksi):",
            "Write the word asked for in double brackets (if it is a reflection indeed, write Type: reflection):",
        ),
        ("Yang pertama [[aman|rasa aman]], lalu bicara.", "First [[safe|safety]], then talk."),
    ),
    "quiz.gap-beside-answers": word(
        ("bagian rumpang di samping jawaban lain", "gap beside other answers"),
        (
            "Soal ini sudah punya jawaban lain, jadi [[ ]] tampil apa adanya dan katanya terbaca oleh semua.",
            "This question has other answers, so the [[ ]] is shown as it is and its word is read by all.",
        ),
        (
            "Hapus kurungnya, atau pindahkan kalimat itu ke soal tersendiri.",
            "Take the brackets away, or move that sentence into a question of its own.",
        ),
    ),
    "quiz.numbered-choices": word(
        ("pilihan bernomor", "numbered choices"),
        (
            "Daftar bernomor ini tampil sebagai bacaan, dan peserta diminta mengetik angka {written}.",
            "These numbered lines are shown as reading, and learners are asked to type the number {written}.",
        ),
        ("Bila salah satunya harus dipilih, beri tanda di depannya:", "If one is to be chosen, put marks before them:"),
        _CHOICES,
    ),
    "quiz.numbered-pairs": word(
        ("pasangan bernomor", "numbered pairs"),
        (
            "Karena angkanya, baris-baris ini harus diurutkan, bukan dijodohkan.",
            "With their numbers these lines are to be ordered, not matched.",
        ),
        ("Untuk menjodohkan, ganti angkanya dengan tanda minus:", "To match them, write a dash instead of the number:"),
        _PAIRS,
    ),
    "quiz.items-out-of-order": word(
        ("angka tidak berurutan", "numbers not in order"),
        (
            "Urutan yang benar dibaca dari atas ke bawah; angkanya tidak ikut dibaca, dan di sini angkanya mundur.",
            "The right order is read from top to bottom; the numbers are not read, and here they run back.",
        ),
        (
            "Susun barisnya dalam urutan yang benar; di layar urutannya selalu diacak:",
            "Put the lines in their right order; on the screen they are always shuffled:",
        ),
        ("1. Sambut peserta\n2. Bacakan kesepakatan", "1. Greet everyone\n2. Read the agreement"),
    ),
    "quiz.scene-without-choices": word(
        ("langkah tanpa pilihan", "step without choices"),
        (
            "Langkah ini memuat daftar tanpa tanda, jadi cerita selesai di sini.",
            "This step holds a list without marks, so the story ends here.",
        ),
        (
            "Bila cerita berlanjut, beri tanda; bila memang selesai, tulis daftarnya sebagai kalimat:",
            "If the story goes on, put marks; if it ends indeed, write the list as sentences:",
        ),
        ("- [2] Menyambut pelan\n- [0] Menyuruhnya duduk", "- [2] Greet her quietly\n- [0] Tell her to sit"),
    ),
    "quiz.goto-without-link": word(
        ("panah tanpa tautan", "arrow without a link"),
        (
            "Panah di pilihan ini tidak menuju langkah mana pun, jadi cerita selesai di sini.",
            "The arrow of this choice leads to no step, so the story ends here.",
        ),
        ("Tutup pilihan dengan panah dan tautan ke langkahnya:", "End the choice with an arrow and a link to a step:"),
        (
            "- [2] Menyambut → [Di pintu](#di-pintu)\n#### Di pintu {#di-pintu}",
            "- [2] Greet her → [At the door](#at-the-door)\n#### At the door {#at-the-door}",
        ),
    ),
    "quiz.heading-not-read": word(
        ("judul soal tidak terbaca", "heading of a question not read"),
        (
            "“{written}” tidak terbaca sebagai judul soal.",
            "“{written}” was not read as the heading of a question.",
        ),
        (
            "Di kuis ini judul soal ditulis dengan tanda # sebanyak ini, lalu satu spasi:",
            "In this quiz a question's heading is written with so many #, then one space:",
        ),
        ("{marks} 1. Apa langkah pertama Anda?", "{marks} 1. What is your first step?"),
    ),
}
