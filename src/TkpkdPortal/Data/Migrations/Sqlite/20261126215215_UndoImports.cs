using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UndoImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "ListReleases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RestoredFromId",
                table: "ListedPersons",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RestoredFromId",
                table: "ListedHouseholds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoReason",
                table: "ImportBatches",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "UndoerId",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "ListReleases");

            migrationBuilder.DropColumn(
                name: "RestoredFromId",
                table: "ListedPersons");

            migrationBuilder.DropColumn(
                name: "RestoredFromId",
                table: "ListedHouseholds");

            migrationBuilder.DropColumn(
                name: "UndoReason",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "UndoerId",
                table: "ImportBatches");
        }
    }
}
