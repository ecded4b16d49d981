using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RestoredFromId",
                table: "ListedPersons",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RestoredFromId",
                table: "ListedHouseholds",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoReason",
                table: "ImportBatches",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "UndoerId",
                table: "ImportBatches",
                type: "bigint",
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
