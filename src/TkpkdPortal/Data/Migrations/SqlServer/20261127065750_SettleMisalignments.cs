using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SettleMisalignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Decided",
                table: "HouseholdVersions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Decided",
                table: "Households",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "FieldDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HouseholdId = table.Column<long>(type: "bigint", nullable: false),
                    Field = table.Column<int>(type: "int", nullable: false),
                    FirstList = table.Column<int>(type: "int", nullable: true),
                    SecondList = table.Column<int>(type: "int", nullable: true),
                    FirstValue = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    SecondValue = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Chosen = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Former = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    WasVerified = table.Column<bool>(type: "bit", nullable: false),
                    WasDecided = table.Column<bool>(type: "bit", nullable: false),
                    RuleId = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithdrawnById = table.Column<long>(type: "bigint", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FieldRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Field = table.Column<int>(type: "int", nullable: false),
                    Winner = table.Column<int>(type: "int", nullable: true),
                    Loser = table.Column<int>(type: "int", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedById = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldRules", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FieldDecisions_HouseholdId_Field",
                table: "FieldDecisions",
                columns: new[] { "HouseholdId", "Field" });

            migrationBuilder.CreateIndex(
                name: "IX_FieldDecisions_PublicId",
                table: "FieldDecisions",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FieldRules_Field_EndedAt",
                table: "FieldRules",
                columns: new[] { "Field", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FieldRules_PublicId",
                table: "FieldRules",
                column: "PublicId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FieldDecisions");

            migrationBuilder.DropTable(
                name: "FieldRules");

            migrationBuilder.DropColumn(
                name: "Decided",
                table: "HouseholdVersions");

            migrationBuilder.DropColumn(
                name: "Decided",
                table: "Households");
        }
    }
}
