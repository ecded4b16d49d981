using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LociAndDuties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DutyAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpdId = table.Column<long>(type: "bigint", nullable: false),
                    HouseholdId = table.Column<long>(type: "bigint", nullable: false),
                    AreaCode = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Need = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    IsInForce = table.Column<bool>(type: "bit", nullable: false),
                    Verdict = table.Column<int>(type: "int", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyAnswers", x => x.Id);
                });

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
                    Weights_Coverage = table.Column<int>(type: "int", nullable: false),
                    Weights_ExtremelyPoor = table.Column<int>(type: "int", nullable: false),
                    Weights_FirstDecile = table.Column<int>(type: "int", nullable: false),
                    Weights_FirstThreeDeciles = table.Column<int>(type: "int", nullable: false),
                    Weights_Stunting = table.Column<int>(type: "int", nullable: false),
                    Weights_UnmetNeeds = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LocusMethods", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HouseholdId = table.Column<long>(type: "bigint", nullable: false),
                    AreaCode = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Need = table.Column<int>(type: "int", nullable: false),
                    FromOpdId = table.Column<long>(type: "bigint", nullable: false),
                    ToOpdId = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    SentById = table.Column<long>(type: "bigint", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AnsweredById = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DutyAnswers_AreaCode",
                table: "DutyAnswers",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_DutyAnswers_HouseholdId_OpdId_Need_Number",
                table: "DutyAnswers",
                columns: new[] { "HouseholdId", "OpdId", "Need", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DutyAnswers_OpdId_Verdict_IsInForce_DueOn",
                table: "DutyAnswers",
                columns: new[] { "OpdId", "Verdict", "IsInForce", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_DutyAnswers_PublicId",
                table: "DutyAnswers",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LocusMethods_Number",
                table: "LocusMethods",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_AreaCode",
                table: "Referrals",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_FromOpdId_State",
                table: "Referrals",
                columns: new[] { "FromOpdId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_HouseholdId_Need_ToOpdId",
                table: "Referrals",
                columns: new[] { "HouseholdId", "Need", "ToOpdId" },
                unique: true,
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_HouseholdId_ToOpdId_State",
                table: "Referrals",
                columns: new[] { "HouseholdId", "ToOpdId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_PublicId",
                table: "Referrals",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_ToOpdId_State",
                table: "Referrals",
                columns: new[] { "ToOpdId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DutyAnswers");

            migrationBuilder.DropTable(
                name: "LocusMethods");

            migrationBuilder.DropTable(
                name: "Referrals");
        }
    }
}
