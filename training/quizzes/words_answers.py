"""Words for problems of accepted answers, pairs, ordered lines and stories."""

from training.quizzes.wording import word

ANSWER_WORDS = {
    "quiz.unit-in-answer": word(
        ("satuan di dalam jawaban", "unit inside the answer"),
        (
            "Karena “{unit}” di belakangnya, jawaban ini terbaca sebagai kata, jadi tidak ada angka yang diterima.",
            "With “{unit}” behind it this answer was read as words, so no number would be accepted.",
        ),
        ("Tulis satuannya di baris sendiri:", "Write the unit on a line of its own:"),
        ("Jawaban: {number}\nSatuan: {unit}", "Answer: {number}\nUnit: {unit}"),
    ),
    "quiz.number-with-unit": word(
        ("angka dengan satuan", "number with a unit"),
        (
            "Jawaban ini terbaca sebagai kata: yang mengetik angkanya saja tidak diterima.",
            "This answer was read as words: the number alone would not be accepted.",
        ),
        ("Bila yang ditanya angkanya, tulis satuannya di baris sendiri:",
         "If you ask for the number, write the unit on a line of its own:"),
        ("Jawaban: {number}\nSatuan: {unit}", "Answer: {number}\nUnit: {unit}"),
    ),
    "quiz.no-full-answer": word(
        ("tidak ada jawaban yang bernilai penuh", "no answer that earns everything"),
        (
            "Setiap jawaban di sini bernilai kurang dari 100%, jadi tidak ada yang bisa menjawabnya dengan penuh.",
            "Every answer here is worth less than 100%, so nobody could answer it in full.",
        ),
        ("Tulis juga jawaban yang tepat, tanpa persen:", "Write the right answer too, without a percentage:"),
        ("Jawaban: delapan orang | 50%: delapan", "Answer: eight people | 50%: eight"),
    ),
    "quiz.empty-answer": word(
        ("isi kosong", "nothing written"),
        ("Di sini ada tanda tetapi belum ada teksnya.", "There is a mark here, but no text yet."),
        ("Tulis teksnya, atau hapus barisnya.", "Write the text, or remove the line."),
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
            "“{written}” tidak bisa dipenuhi: batas bawahnya di atas batas atas.",
            "“{written}” cannot be met: its lower end is above its upper end.",
        ),
        ("Tulis yang kecil dulu:", "Write the smaller number first:"),
        ("Jawaban: 8..12 | 50%: 6..14", "Answer: 8..12 | 50%: 6..14"),
    ),
    "quiz.missing-step": word(
        ("langkah tidak ada", "step does not exist"),
        (
            "Pilihan ini menuju “{step}”, tetapi langkah itu tidak ada. Yang ada: {known}.",
            "This choice leads to “{step}”, but there is no such step. There are: {known}.",
        ),
        (
            "Samakan tautannya dengan nama langkah. Judul langkah satu tingkat lebih dalam daripada judul soalnya:",
            "Make the link and the step's name the same. A step's heading is one level deeper than its question's:",
        ),
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
}
