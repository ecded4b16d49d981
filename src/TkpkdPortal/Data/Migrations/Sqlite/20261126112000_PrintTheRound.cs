using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PrintTheRound : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "TypedById",
                table: "Visits",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TypedById",
                table: "RoundTargets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Signatory",
                table: "Decrees",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AssignmentLetters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    EnumeratorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SignatoryTitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SignatoryName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SignatoryStaffNumber = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    IsOfVillage = table.Column<bool>(type: "INTEGER", nullable: false),
                    IssuedById = table.Column<long>(type: "INTEGER", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssignmentLetters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssignmentLetters_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssignmentLetters_Users_EnumeratorId",
                        column: x => x.EnumeratorId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssignmentLetters_Users_IssuedById",
                        column: x => x.IssuedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecreePapers",
                columns: table => new
                {
                    DecreeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Annex = table.Column<int>(type: "INTEGER", nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecreePapers", x => new { x.DecreeId, x.Annex });
                    table.ForeignKey(
                        name: "FK_DecreePapers_Decrees_DecreeId",
                        column: x => x.DecreeId,
                        principalTable: "Decrees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormSheets",
                columns: table => new
                {
                    TargetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    PrintedById = table.Column<long>(type: "INTEGER", nullable: false),
                    PrintedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormSheets", x => x.TargetId);
                    table.ForeignKey(
                        name: "FK_FormSheets_RoundTargets_TargetId",
                        column: x => x.TargetId,
                        principalTable: "RoundTargets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FormSheets_Users_PrintedById",
                        column: x => x.PrintedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssignmentLetterLine",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LetterId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssignmentLetterLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssignmentLetterLine_AssignmentLetters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "AssignmentLetters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssignmentLetterPapers",
                columns: table => new
                {
                    LetterId = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssignmentLetterPapers", x => x.LetterId);
                    table.ForeignKey(
                        name: "FK_AssignmentLetterPapers_AssignmentLetters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "AssignmentLetters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AssignmentLetterLine_LetterId",
                table: "AssignmentLetterLine",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_AssignmentLetters_EnumeratorId",
                table: "AssignmentLetters",
                column: "EnumeratorId");

            migrationBuilder.CreateIndex(
                name: "IX_AssignmentLetters_IssuedById",
                table: "AssignmentLetters",
                column: "IssuedById");

            migrationBuilder.CreateIndex(
                name: "IX_AssignmentLetters_PublicId",
                table: "AssignmentLetters",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssignmentLetters_RoundId_AreaCode_Number",
                table: "AssignmentLetters",
                columns: new[] { "RoundId", "AreaCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormSheets_Code",
                table: "FormSheets",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormSheets_PrintedById",
                table: "FormSheets",
                column: "PrintedById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssignmentLetterLine");

            migrationBuilder.DropTable(
                name: "AssignmentLetterPapers");

            migrationBuilder.DropTable(
                name: "DecreePapers");

            migrationBuilder.DropTable(
                name: "FormSheets");

            migrationBuilder.DropTable(
                name: "AssignmentLetters");

            migrationBuilder.DropColumn(
                name: "TypedById",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "TypedById",
                table: "RoundTargets");

            migrationBuilder.DropColumn(
                name: "Signatory",
                table: "Decrees");
        }
    }
}
