using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OpeningsAndPublicPacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "PublicPack",
                table: "SnapshotContents",
                type: "varbinary(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Opening",
                table: "MeetingChapter",
                type: "nvarchar(1500)",
                maxLength: 1500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OpeningOver",
                table: "MeetingChapter",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PublicPack",
                table: "SnapshotContents");

            migrationBuilder.DropColumn(
                name: "Opening",
                table: "MeetingChapter");

            migrationBuilder.DropColumn(
                name: "OpeningOver",
                table: "MeetingChapter");
        }
    }
}
