using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReviewAccessAndSetTheOffice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Terms_Address",
                table: "Offices",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Government",
                table: "Offices",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_OfficerEmail",
                table: "Offices",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_OfficerName",
                table: "Offices",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Secretariat",
                table: "Offices",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_TeamName",
                table: "Offices",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Unit",
                table: "Offices",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Zone",
                table: "Offices",
                type: "TEXT",
                maxLength: 4,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Offices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "AccessReviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedById = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Accounts = table.Column<int>(type: "INTEGER", nullable: false),
                    Held = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccessReviews_Users_ConfirmedById",
                        column: x => x.ConfirmedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessReviews_AreaCode_Year_Number",
                table: "AccessReviews",
                columns: new[] { "AreaCode", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccessReviews_ConfirmedById",
                table: "AccessReviews",
                column: "ConfirmedById");

            migrationBuilder.CreateIndex(
                name: "IX_AccessReviews_PublicId",
                table: "AccessReviews",
                column: "PublicId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessReviews");

            migrationBuilder.DropColumn(
                name: "Terms_Address",
                table: "Offices");

            migrationBuilder.DropColumn(
                name: "Terms_Government",
                table: "Offices");

            migrationBuilder.DropColumn(
                name: "Terms_OfficerEmail",
                table: "Offices");

            migrationBuilder.DropColumn(
                name: "Terms_OfficerName",
                table: "Offices");

            migrationBuilder.DropColumn(
                name: "Terms_Secretariat",
                table: "Offices");

            migrationBuilder.DropColumn(
                name: "Terms_TeamName",
                table: "Offices");

            migrationBuilder.DropColumn(
                name: "Terms_Unit",
                table: "Offices");

            migrationBuilder.DropColumn(
                name: "Terms_Zone",
                table: "Offices");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Offices");
        }
    }
}
