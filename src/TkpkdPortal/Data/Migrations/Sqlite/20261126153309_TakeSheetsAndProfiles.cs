using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TakeSheetsAndProfiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ContinuesId",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProfileId",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Titles",
                table: "ImportBatches",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ColumnProfiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Choices = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CreatedById = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ColumnProfiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ColumnProfiles_Users_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SheetStatements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListedPersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    FamilyCardIndex = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    FamilyCard_Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    FamilyCard_Mask = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Housing_CookingFuel = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_DrinkingWater = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Floor = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_HasSavings = table.Column<bool>(type: "INTEGER", nullable: true),
                    Housing_Lighting = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Roof = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Tenure = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Toilet = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Wall = table.Column<int>(type: "INTEGER", nullable: true),
                    Agreed = table.Column<bool>(type: "INTEGER", nullable: true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Presence = table.Column<int>(type: "INTEGER", nullable: true),
                    MeetsCriteria = table.Column<bool>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    NameBefore = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsNikCorrected = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SheetStatements_ListedPersons_ListedPersonId",
                        column: x => x.ListedPersonId,
                        principalTable: "ListedPersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_ContinuesId",
                table: "ImportBatches",
                column: "ContinuesId");

            migrationBuilder.CreateIndex(
                name: "IX_ColumnProfiles_CreatedById",
                table: "ColumnProfiles",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_ColumnProfiles_Kind_Name",
                table: "ColumnProfiles",
                columns: new[] { "Kind", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ColumnProfiles_PublicId",
                table: "ColumnProfiles",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SheetStatements_ChangeSetId",
                table: "SheetStatements",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_SheetStatements_HouseholdId",
                table: "SheetStatements",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_SheetStatements_ListedPersonId",
                table: "SheetStatements",
                column: "ListedPersonId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ColumnProfiles");

            migrationBuilder.DropTable(
                name: "SheetStatements");

            migrationBuilder.DropIndex(
                name: "IX_ImportBatches_ContinuesId",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "ContinuesId",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "ProfileId",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Titles",
                table: "ImportBatches");
        }
    }
}
