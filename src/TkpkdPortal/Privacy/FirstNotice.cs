using TkpkdPortal.Settings;

namespace TkpkdPortal.Privacy;

/// <summary>The notice that an office begins with: complete by UU 27/2022, and the office's to change.</summary>
internal static class FirstNotice
{
    public static string Of(OfficeSettings office) => $"""
        # Siapa yang meminta data ini

        Pemerintah {office.RegionName} adalah pengendali data pribadi, melalui {office.Secretariat} sebagai sekretariat {office.TeamName}.

        # Untuk apa

        Data keluarga dipakai untuk memastikan siapa yang berhak atas program penanggulangan kemiskinan, mencegah bantuan ganda atau terlewat, dan melaporkan hasilnya. Data tidak dipakai untuk tujuan lain dan tidak diperjualbelikan.

        # Dasar hukum

        Pelaksanaan kewajiban hukum dan tugas pelayanan publik pemerintah daerah (UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 20 ayat (2) huruf c dan e). Karena itu kunjungan ini tidak meminta persetujuan; menolak diwawancara tetap boleh dan dicatat sebagai menolak.

        # Data apa

        Nama, NIK, nomor KK, alamat, tanggal lahir, hubungan keluarga, pendidikan, pekerjaan, keadaan rumah, dan bantuan yang diterima. Disabilitas dan penyakit menahun termasuk data yang bersifat spesifik dan hanya dilihat petugas yang memerlukannya.

        # Siapa yang melihat

        Petugas dan pimpinan desa atau kelurahan Anda, kecamatan, sekretariat, dan dinas yang membantu keluarga Anda, masing-masing hanya untuk wilayah dan tugasnya. Setiap kali data keluarga dibuka, tercatat siapa, kapan, dan untuk apa. NIK dan nomor KK disimpan tersegel.

        # Berapa lama

        Selama program berjalan dan sesuai jadwal retensi arsip pemerintah daerah; sesudah itu dimusnahkan.

        # Hak Anda

        Mengetahui data Anda dan siapa yang melihatnya, memperbaiki, melengkapi, meminta penghapusan atau pembatasan, berkeberatan atas keputusan otomatis, dan menggugat bila dirugikan (UU 27/2022 Pasal 5 sampai 13). Permohonan dijawab paling lambat 3 × 24 jam sejak diterima, melalui kantor desa atau kelurahan, atau pejabat pelindungan data.
        """.ReplaceLineEndings("\n");
}
