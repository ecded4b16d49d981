using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RecordFamilyLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "CorrectedOn",
                table: "PersonVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CorrectedOn",
                table: "Persons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "HouseholdVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Closure",
                table: "HouseholdVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "Households",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Closure",
                table: "Households",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FamilyEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FamilyEvents_Households_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HandOvers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromAreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    ToAreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    HeadName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MemberCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    MovedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    OfferedById = table.Column<long>(type: "INTEGER", nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecisionNote = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOvers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandOvers_Households_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PersonVersions_NikIndex",
                table: "PersonVersions",
                column: "NikIndex");

            migrationBuilder.CreateIndex(
                name: "IX_PersonVersions_PublicId",
                table: "PersonVersions",
                column: "PublicId");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyEvents_HouseholdId",
                table: "FamilyEvents",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyEvents_PublicId",
                table: "FamilyEvents",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_FromAreaCode",
                table: "HandOvers",
                column: "FromAreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_HouseholdId",
                table: "HandOvers",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_OneOffer",
                table: "HandOvers",
                column: "HouseholdId",
                unique: true,
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_PublicId",
                table: "HandOvers",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_ToAreaCode",
                table: "HandOvers",
                column: "ToAreaCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FamilyEvents");

            migrationBuilder.DropTable(
                name: "HandOvers");

            migrationBuilder.DropIndex(
                name: "IX_PersonVersions_NikIndex",
                table: "PersonVersions");

            migrationBuilder.DropIndex(
                name: "IX_PersonVersions_PublicId",
                table: "PersonVersions");

            migrationBuilder.DropColumn(
                name: "CorrectedOn",
                table: "PersonVersions");

            migrationBuilder.DropColumn(
                name: "CorrectedOn",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "HouseholdVersions");

            migrationBuilder.DropColumn(
                name: "Closure",
                table: "HouseholdVersions");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "Households");

            migrationBuilder.DropColumn(
                name: "Closure",
                table: "Households");
        }
    }
}
