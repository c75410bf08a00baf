"""What a certificate says of its holder and, in the same breath, what it does not. The words stand on the page, on
paper, on the public page and in the badge alike."""

from training.core.language import N_

MEANS = N_(
    "Pemegangnya belajar mendampingi kelompok sebagai sesama. Setiap modul dibaca, kuisnya lulus, dipraktikkan, lalu "
    "disahkan oleh supervisor yang melihat buktinya."
)
MEANS_NOT = N_(
    "Sertifikat ini tidak menjadikan siapa pun psikolog, konselor, terapis (UU 23/2022), atau Pendamping Korban dalam "
    "proses hukum (UU TPKS pasal 26). Untuk itu pemegangnya merujuk."
)
VALIDITY = N_("Setiap pengesahan berlaku sampai tanggalnya sendiri. Sertifikat berlaku selama semua modulnya berlaku.")
DONE = N_("telah membaca, menjawab, mempraktikkan, dan disahkan dalam kursus")
