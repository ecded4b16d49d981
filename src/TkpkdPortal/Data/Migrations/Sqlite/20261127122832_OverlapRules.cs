using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OverlapRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "OverlapDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    SurplusAidId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnById = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OverlapDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OverlapRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<int>(type: "INTEGER", nullable: true),
                    Second = table.Column<int>(type: "INTEGER", nullable: true),
                    Years = table.Column<int>(type: "INTEGER", nullable: true),
                    FromYear = table.Column<int>(type: "INTEGER", nullable: false),
                    ToYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OverlapRules", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "OverlapRules",
                columns: new[] { "Id", "At", "EndedById", "First", "FromYear", "Kind", "PublicId", "Second", "Source", "ToYear", "UserId", "Version", "Years" },
                values: new object[,]
                {
                    { 1L, null, null, null, 2015, 1, new Guid("0ea10001-0000-0000-0000-000000000000"), null, "Satu penerima, satu kali per periode.", null, null, 0, null },
                    { 2L, null, null, 1, 2015, 2, new Guid("0ea10002-0000-0000-0000-000000000000"), 2, "BLT Dana Desa untuk keluarga yang belum menerima PKH. Sesuaikan dengan peraturan Dana Desa tahun berjalan.", null, null, 0, null },
                    { 3L, null, null, 1, 2015, 2, new Guid("0ea10003-0000-0000-0000-000000000000"), 3, "BLT Dana Desa untuk keluarga yang belum menerima Sembako. Sesuaikan dengan peraturan Dana Desa tahun berjalan.", null, null, 0, null },
                    { 4L, null, null, 6, 2015, 3, new Guid("0ea10004-0000-0000-0000-000000000000"), null, "Satu rumah diperbaiki sekali dalam sepuluh tahun. Sesuaikan dengan pedoman yang berlaku.", null, null, 0, 10 },
                    { 5L, null, null, null, 2015, 4, new Guid("0ea10005-0000-0000-0000-000000000000"), null, "Satu NIK hanya pada satu kartu keluarga (UU 24/2013).", null, null, 0, null },
                    { 6L, null, null, null, 2015, 5, new Guid("0ea10006-0000-0000-0000-000000000000"), null, "Satu kartu keluarga hanya pada satu desa atau kelurahan (UU 24/2013).", null, null, 0, null },
                    { 7L, null, null, 2, 2015, 6, new Guid("0ea10007-0000-0000-0000-000000000000"), 3, "PKH dan Sembako memang diberikan bersama.", null, null, 0, null },
                    { 8L, null, null, 2, 2015, 6, new Guid("0ea10008-0000-0000-0000-000000000000"), 4, "Iuran jaminan kesehatan melengkapi PKH.", null, null, 0, null },
                    { 9L, null, null, 2, 2015, 6, new Guid("0ea10009-0000-0000-0000-000000000000"), 5, "PIP melengkapi PKH.", null, null, 0, null }
                });

            migrationBuilder.CreateIndex(
                name: "IX_OverlapDecisions_HouseholdId",
                table: "OverlapDecisions",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_OverlapDecisions_Mark",
                table: "OverlapDecisions",
                column: "Mark");

            migrationBuilder.CreateIndex(
                name: "IX_OverlapDecisions_PublicId",
                table: "OverlapDecisions",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OverlapDecisions_SurplusAidId",
                table: "OverlapDecisions",
                column: "SurplusAidId");

            migrationBuilder.CreateIndex(
                name: "IX_OverlapRules_PublicId",
                table: "OverlapRules",
                column: "PublicId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OverlapDecisions");

            migrationBuilder.DropTable(
                name: "OverlapRules");
        }
    }
}
