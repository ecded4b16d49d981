using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Terms_HandedOverOn",
                table: "ListReleases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_LegalBasis",
                table: "ListReleases",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Owner",
                table: "ListReleases",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Purpose",
                table: "ListReleases",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Recipient",
                table: "ListReleases",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ListReleases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "FamilyCardIndex",
                table: "ListedHouseholds",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "FamilyCard_Bytes",
                table: "ListedHouseholds",
                type: "BLOB",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FamilyCard_Mask",
                table: "ListedHouseholds",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "ProvincialDecileCode",
                table: "ListedHouseholds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "RegencyDecileCode",
                table: "ListedHouseholds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceAreaCode",
                table: "ListedHouseholds",
                type: "TEXT",
                unicode: false,
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StatedMembers",
                table: "ListedHouseholds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasRealData",
                table: "ImportBatches",
                type: "INTEGER",
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
