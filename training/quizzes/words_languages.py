"""Words for problems between two language versions of a quiz."""

from training.quizzes.wording import word

LANGUAGE_WORDS = {
    "quiz.languages-differ": word(
        ("kedua bahasa berbeda", "languages differ"),
        (
            "{what_id} berbeda dari versi bahasa sumber ({whose_id}), jadi nilainya bisa tidak sama.",
            "The {what_en} differs from the source language ({whose_en}), so the two could score differently.",
        ),
        (
            "Samakan tanda, poin, dan jumlah pilihan di kedua bahasa.",
            "Make marks, points and the number of choices the same in both languages.",
        ),
    ),
    "quiz.question-missing": word(
        ("soal belum diterjemahkan", "question not translated"),
        (
            "Soal “{slug}” ada di bahasa sumber (baris {first}), tetapi tidak ada di sini.",
            "The question “{slug}” is in the source language (line {first}), but not here.",
        ),
        ("Tulis terjemahannya dengan id yang sama:", "Write its translation with the same id:"),
        "<!-- id: q-beku -->",
    ),
    "quiz.question-extra": word(
        ("soal hanya di satu bahasa", "question in one language only"),
        (
            "Soal “{slug}” tidak ada di bahasa sumber, jadi tidak akan ditanyakan.",
            "The question “{slug}” is not in the source language, so it would never be asked.",
        ),
        (
            "Samakan id kedua versinya, atau tulis soalnya juga di bahasa sumber:",
            "Give both versions the same id, or write the question in the source language too:",
        ),
        "<!-- id: q-beku -->",
    ),
}
