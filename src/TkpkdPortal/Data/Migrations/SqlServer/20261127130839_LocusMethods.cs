using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LocusMethods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LocusMethods",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AdoptedById = table.Column<long>(type: "bigint", nullable: true),
                    AdoptedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Weights_Concentration = table.Column<int>(type: "int", nullable: false),
                    Weights_ExtremelyPoor = table.Column<int>(type: "int", nullable: false),
                    Weights_FirstDecile = table.Column<int>(type: "int", nullable: false),
                    Weights_FirstThreeDeciles = table.Column<int>(type: "int", nullable: false),
                    Weights_Stunting = table.Column<int>(type: "int", nullable: false),
                    Weights_Coverage = table.Column<int>(type: "int", nullable: false),
                    Weights_UnmetNeeds = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LocusMethods", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LocusMethods_Number",
                table: "LocusMethods",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LocusMethods");
        }
    }
}
