using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PhotosOfAQuestionnaire : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AskedPhotos",
                table: "Questionnaires",
                type: "INTEGER",
                nullable: false,
                // Versions that were asked before keep all six kinds.
                defaultValue: 63);

            migrationBuilder.AddColumn<int>(
                name: "RequiredPhotos",
                table: "Questionnaires",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AskedPhotos",
                table: "Questionnaires");

            migrationBuilder.DropColumn(
                name: "RequiredPhotos",
                table: "Questionnaires");
        }
    }
}
