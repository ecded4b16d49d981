using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FreezeTheDeliberation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Deliberations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Addendum = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Chair = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NoteTaker = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Invited = table.Column<int>(type: "INTEGER", nullable: false),
                    Attendance = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Signatories = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Requests = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    ListHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    FrozenById = table.Column<long>(type: "INTEGER", nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliberations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deliberations_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliberations_Users_FrozenById",
                        column: x => x.FrozenById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliberationPapers",
                columns: table => new
                {
                    DeliberationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliberationPapers", x => x.DeliberationId);
                    table.ForeignKey(
                        name: "FK_DeliberationPapers_Deliberations_DeliberationId",
                        column: x => x.DeliberationId,
                        principalTable: "Deliberations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliberationRow",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeliberationId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Annex = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    HeadName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NikMask = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    MemberCount = table.Column<int>(type: "INTEGER", nullable: false),
                    DecileCode = table.Column<byte>(type: "INTEGER", nullable: true),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 1100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliberationRow", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeliberationRow_Deliberations_DeliberationId",
                        column: x => x.DeliberationId,
                        principalTable: "Deliberations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeliberationRow_Households_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeliberationRow_RoundTargets_TargetId",
                        column: x => x.TargetId,
                        principalTable: "RoundTargets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeliberationRow_DeliberationId_Annex_Number",
                table: "DeliberationRow",
                columns: new[] { "DeliberationId", "Annex", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliberationRow_HouseholdId",
                table: "DeliberationRow",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_DeliberationRow_TargetId",
                table: "DeliberationRow",
                column: "TargetId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliberations_Code",
                table: "Deliberations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliberations_FrozenById",
                table: "Deliberations",
                column: "FrozenById");

            migrationBuilder.CreateIndex(
                name: "IX_Deliberations_PublicId",
                table: "Deliberations",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliberations_RoundId_AreaCode_Addendum",
                table: "Deliberations",
                columns: new[] { "RoundId", "AreaCode", "Addendum" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeliberationPapers");

            migrationBuilder.DropTable(
                name: "DeliberationRow");

            migrationBuilder.DropTable(
                name: "Deliberations");
        }
    }
}
