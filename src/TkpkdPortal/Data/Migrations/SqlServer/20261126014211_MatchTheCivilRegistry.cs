using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class MatchTheCivilRegistry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CivilMatch",
                table: "PersonVersions",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CivilMatchOn",
                table: "PersonVersions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CivilMatch",
                table: "Persons",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CivilMatchOn",
                table: "Persons",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CivilRegistryAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReleaseName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    ChangeSetId = table.Column<long>(type: "bigint", nullable: false),
                    SupersededById = table.Column<long>(type: "bigint", nullable: true),
                    RowNumber = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    HouseholdId = table.Column<long>(type: "bigint", nullable: true),
                    AreaCode = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Match = table.Column<int>(type: "int", nullable: false),
                    Fields = table.Column<int>(type: "int", nullable: false),
                    ToldName = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ToldBirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    ToldSex = table.Column<int>(type: "int", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    FactKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    ContentHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    SealedRaw = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Settlement = table.Column<int>(type: "int", nullable: true),
                    SettlementNote = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SettledById = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Nik_Bytes = table.Column<byte[]>(type: "varbinary(64)", maxLength: 64, nullable: true),
                    Nik_Mask = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    ToldNik_Bytes = table.Column<byte[]>(type: "varbinary(64)", maxLength: 64, nullable: true),
                    ToldNik_Mask = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CivilRegistryAnswers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_OpdId_State_On",
                table: "Interventions",
                columns: new[] { "OpdId", "State", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_CivilRegistryAnswers_AreaCode_Match_SettledAt",
                table: "CivilRegistryAnswers",
                columns: new[] { "AreaCode", "Match", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CivilRegistryAnswers_BatchId",
                table: "CivilRegistryAnswers",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_CivilRegistryAnswers_ChangeSetId",
                table: "CivilRegistryAnswers",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_CivilRegistryAnswers_FactKey",
                table: "CivilRegistryAnswers",
                column: "FactKey");

            migrationBuilder.CreateIndex(
                name: "IX_CivilRegistryAnswers_PersonId_SupersededById",
                table: "CivilRegistryAnswers",
                columns: new[] { "PersonId", "SupersededById" });

            migrationBuilder.CreateIndex(
                name: "IX_CivilRegistryAnswers_PublicId",
                table: "CivilRegistryAnswers",
                column: "PublicId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CivilRegistryAnswers");

            migrationBuilder.DropIndex(
                name: "IX_Interventions_OpdId_State_On",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "CivilMatch",
                table: "PersonVersions");

            migrationBuilder.DropColumn(
                name: "CivilMatchOn",
                table: "PersonVersions");

            migrationBuilder.DropColumn(
                name: "CivilMatch",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "CivilMatchOn",
                table: "Persons");
        }
    }
}
