using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PairSeveralLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Terms_HandOverNumber",
                table: "ListReleases",
                type: "nvarchar(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Terms_HandedOverOn",
                table: "ListReleases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_LegalBasis",
                table: "ListReleases",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Owner",
                table: "ListReleases",
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Purpose",
                table: "ListReleases",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Recipient",
                table: "ListReleases",
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ListReleases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "FamilyCardIndex",
                table: "ListedHouseholds",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "FamilyCard_Bytes",
                table: "ListedHouseholds",
                type: "varbinary(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FamilyCard_Mask",
                table: "ListedHouseholds",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "ProvincialDecileCode",
                table: "ListedHouseholds",
                type: "tinyint",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "RegencyDecileCode",
                table: "ListedHouseholds",
                type: "tinyint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceAreaCode",
                table: "ListedHouseholds",
                type: "varchar(10)",
                unicode: false,
                maxLength: 10,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "StatedMembers",
                table: "ListedHouseholds",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasRealData",
                table: "ImportBatches",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_ListedPersons_ReleaseId_FamilyListId",
                table: "ListedPersons",
                columns: new[] { "ReleaseId", "FamilyListId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ListedPersons_ReleaseId_FamilyListId",
                table: "ListedPersons");

            migrationBuilder.DropColumn(
                name: "Terms_HandOverNumber",
                table: "ListReleases");

            migrationBuilder.DropColumn(
                name: "Terms_HandedOverOn",
                table: "ListReleases");

            migrationBuilder.DropColumn(
                name: "Terms_LegalBasis",
                table: "ListReleases");

            migrationBuilder.DropColumn(
                name: "Terms_Owner",
                table: "ListReleases");

            migrationBuilder.DropColumn(
                name: "Terms_Purpose",
                table: "ListReleases");

            migrationBuilder.DropColumn(
                name: "Terms_Recipient",
                table: "ListReleases");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "ListReleases");

            migrationBuilder.DropColumn(
                name: "FamilyCardIndex",
                table: "ListedHouseholds");

            migrationBuilder.DropColumn(
                name: "FamilyCard_Bytes",
                table: "ListedHouseholds");

            migrationBuilder.DropColumn(
                name: "FamilyCard_Mask",
                table: "ListedHouseholds");

            migrationBuilder.DropColumn(
                name: "ProvincialDecileCode",
                table: "ListedHouseholds");

            migrationBuilder.DropColumn(
                name: "RegencyDecileCode",
                table: "ListedHouseholds");

            migrationBuilder.DropColumn(
                name: "SourceAreaCode",
                table: "ListedHouseholds");

            migrationBuilder.DropColumn(
                name: "StatedMembers",
                table: "ListedHouseholds");

            migrationBuilder.DropColumn(
                name: "HasRealData",
                table: "ImportBatches");
        }
    }
}
