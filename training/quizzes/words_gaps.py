"""Words for problems with the explanations of what is typed or arranged, and of gaps."""

from training.quizzes.wording import word

GAP_WORDS = {
    "quiz.no-explanation": word(
        ("soal tanpa penjelasan", "question without an explanation"),
        (
            "Setelah menjawab, orang belum mendapat penjelasan di soal ini.",
            "Whoever has answered this question is not told why yet.",
        ),
        ("Tulis penjelasannya di bawah jawaban:", "Write the explanation below the answers:"),
        "> Urutannya: aman dulu, baru bicara.",
    ),
    "quiz.explanation-at-margin": word(
        ("penjelasan di tepi", "explanation at the margin"),
        (
            "Tanpa spasi di depan > penjelasan ini berlaku untuk seluruh soal, bukan untuk baris di atasnya.",
            "Without spaces before the > this explains the question as a whole, not the line above it.",
        ),
        ("Tulis dua spasi di depan setiap > di bawah jawaban:", "Write two spaces before each > below an answer:"),
        (
            "- [ ] Minta ia bercerita\n  > Menggali cerita sekarang bisa membuatnya makin kewalahan.",
            "- [ ] Ask her to tell\n  > Digging for the story now may overwhelm her more.",
        ),
    ),
    "quiz.explanation-without-mark": word(
        ("penjelasan tanpa tanda >", "explanation without >"),
        (
            "Teks ini menjadi bagian dari pilihan, jadi terbaca sebelum dijawab.",
            "This text became a part of the choice, so it is read before the answer.",
        ),
        (
            "Bila ini penjelasan, tulis di bawah pilihan dengan dua spasi dan tanda >:",
            "If it explains the choice, write it below, after two spaces and a >:",
        ),
        (
            "- [ ] Minta ia bercerita\n  > Menggali cerita sekarang bisa membuatnya makin kewalahan.",
            "- [ ] Ask her to tell\n  > Digging for the story now may overwhelm her more.",
        ),
    ),
    "quiz.no-such-gap": word(
        ("penjelasan tanpa bagian rumpang", "explanation of no gap"),
        (
            "Penjelasan ini untuk [[{gap}]], tetapi di teks soal tidak ada bagian rumpang dengan kata itu.",
            "This explanation is for [[{gap}]], but no gap in the question's text has that word.",
        ),
        (
            "Tulis bagian rumpangnya di teks, lalu sebut salah satu katanya di bawahnya:",
            "Write the gap into the text, then name one of its words below it:",
        ),
        "Yang pertama [[aman|rasa aman]], lalu bicara.\n\n- [[aman]]\n  > Pikiran baru mendengar setelah tubuh aman.",
    ),
    "quiz.gap-open": word(
        ("bagian rumpang belum tertutup", "gap left open"),
        (
            "Tanda [[ ini tidak punya ]] di baris yang sama, atau belum ada katanya; yang tertulis terbaca oleh semua.",
            "This [[ has no ]] on the same line, or no word in it; what is written there would be read by all.",
        ),
        ("Tulis kata yang dicari di antara keduanya:", "Write the word that is asked for between the two:"),
        "Yang pertama [[aman|rasa aman]], lalu bicara.",
    ),
    "quiz.gap-explained-too-early": word(
        ("penjelasan tampil sebelum dijawab", "explanation shown before the answer"),
        (
            "Kutipan di bawah baris ini menjadi bagian dari soal, jadi terbaca sebelum bagian rumpangnya diisi.",
            "The quote below this line is a part of the question, so it is read before the gap is filled in.",
        ),
        (
            "Tulis di bawah teks soal, dengan kata dari bagian rumpang itu:",
            "Write it below the question's text, with the gap's word:",
        ),
        "- [[aman]]\n  > Pikiran baru mendengar setelah tubuh aman.",
    ),
}
