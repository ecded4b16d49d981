using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OneOpenObjection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Objections_RoundTargetId",
                table: "Objections");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_RoundTargetId",
                table: "Objections",
                column: "RoundTargetId",
                unique: true,
                filter: "\"State\" IN (1, 2)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Objections_RoundTargetId",
                table: "Objections");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_RoundTargetId",
                table: "Objections",
                column: "RoundTargetId");
        }
    }
}
