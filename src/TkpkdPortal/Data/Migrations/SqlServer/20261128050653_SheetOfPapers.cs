using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SheetOfPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Terms_Sheet",
                table: "Offices",
                type: "int",
                nullable: true);

            // Offices that had set something for themselves printed on A4.
            migrationBuilder.Sql("UPDATE [Offices] SET [Terms_Sheet] = 0 WHERE [Terms_TeamName] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Terms_Sheet",
                table: "Offices");
        }
    }
}
