"""Words for accepted answers that are read otherwise than they look."""

from training.quizzes.wording import word

DOUBTFUL_WORDS = {
    "quiz.bad-share": word(
        ("bagian di atas 100%", "share above 100%"),
        (
            "{written}% lebih dari seluruh nilai soal ini.",
            "{written}% is more than the whole of this question.",
        ),
        (
            "Jawaban penuh ditulis tanpa persen, yang sebagian dengan kurang dari 100:",
            "A full answer is written without a percentage, a part of it with less than 100:",
        ),
        ("Jawaban: aman | 50%: tenang", "Answer: safe | 50%: calm"),
    ),
    "quiz.thousands": word(
        ("titik di dalam angka", "point inside a number"),
        (
            "“{written}” tidak terbaca sebagai {plain}: titik dan koma di sini menandai pecahan.",
            "“{written}” was not read as {plain}: points and commas mark a fraction here.",
        ),
        ("Tulis ribuan tanpa titik:", "Write thousands without a point:"),
        ("Jawaban: {plain}", "Answer: {plain}"),
    ),
    "quiz.range-as-words": word(
        ("jangkauan terbaca sebagai kata", "range read as words"),
        (
            "“{written}” terbaca sebagai kata, jadi yang mengetik angka di antaranya tidak diterima.",
            "“{written}” was read as words, so a number in between would not be accepted.",
        ),
        ("Tulis jangkauan dengan dua titik:", "Write a range with two dots:"),
        ("Jawaban: {low}..{high}", "Answer: {low}..{high}"),
    ),
    "quiz.alternatives-joined": word(
        ("beberapa jawaban jadi satu", "several answers in one"),
        (
            "“{written}” terbaca sebagai satu jawaban: hanya yang mengetik semuanya diterima.",
            "“{written}” was read as one answer: only whoever types all of it is right.",
        ),
        (
            "Pisahkan dengan garis tegak; bila memang satu jawaban, biarkan:",
            "Part them with a bar; if it is one answer indeed, leave it:",
        ),
        "{apart}",
    ),
    "quiz.percent-misplaced": word(
        ("persen terbaca sebagai kata", "percentage read as words"),
        (
            "Persen di “{written}” menjadi bagian dari jawaban yang harus diketik.",
            "The percentage in “{written}” became a part of the answer to be typed.",
        ),
        ("Tulis persennya di depan, dengan titik dua:", "Write the percentage in front, with a colon:"),
        ("Jawaban: aman | 50%: tenang", "Answer: safe | 50%: calm"),
    ),
    "quiz.one-letter-answer": word(
        ("jawaban satu huruf", "answer of one letter"),
        (
            "Peserta diminta mengetik “{written}”; tidak ada yang bisa dipilih.",
            "Learners are asked to type “{written}”; there is nothing to choose.",
        ),
        (
            "Untuk benar atau salah tulis katanya, untuk pilihan beri tanda di depannya:",
            "For true or false write the word, for choices put marks before them:",
        ),
        ("Jawaban: Benar", "Answer: True"),
    ),
    "quiz.percent-and-points": word(
        ("persen dan poin tercampur", "percentages and points mixed"),
        (
            "Di sini [50%] berarti 50 poin, jadi “{option}” bernilai jauh lebih kecil daripada pilihan dengan persen.",
            "Here [50%] means 50 points, so “{option}” is worth far less than a choice with a percentage.",
        ),
        ("Pakai salah satu untuk semua pilihan:", "Use one of them for all choices:"),
        (
            "- [100%] Menyambut di pintu\n- [50%] Menunggu di dalam",
            "- [100%] Greet her at the door\n- [50%] Wait inside",
        ),
    ),
}
