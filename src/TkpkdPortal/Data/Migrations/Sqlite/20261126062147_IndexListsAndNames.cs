using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class IndexListsAndNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_NameTokens_HouseholdId",
                table: "NameTokens");

            migrationBuilder.DropIndex(
                name: "IX_Households_AreaCode_Id",
                table: "Households");

            migrationBuilder.CreateIndex(
                name: "IX_NameTokens_HouseholdId_Word_AreaCode",
                table: "NameTokens",
                columns: new[] { "HouseholdId", "Word", "AreaCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Households_List",
                table: "Households",
                columns: new[] { "AreaCode", "Id", "HeadName", "MemberCount", "DecileCode", "Needs", "ChangeSetId", "Closure" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_NameTokens_HouseholdId_Word_AreaCode",
                table: "NameTokens");

            migrationBuilder.DropIndex(
                name: "IX_Households_List",
                table: "Households");

            migrationBuilder.CreateIndex(
                name: "IX_NameTokens_HouseholdId",
                table: "NameTokens",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Households_AreaCode_Id",
                table: "Households",
                columns: new[] { "AreaCode", "Id" });
        }
    }
}
