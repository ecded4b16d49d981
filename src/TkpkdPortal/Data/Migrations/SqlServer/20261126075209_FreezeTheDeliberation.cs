using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    AreaCode = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Addendum = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time", nullable: false),
                    Until = table.Column<TimeOnly>(type: "time", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Chair = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NoteTaker = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Invited = table.Column<int>(type: "int", nullable: false),
                    Attendance = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    Signatories = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Requests = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Code = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ListHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    FrozenById = table.Column<long>(type: "bigint", nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    DeliberationId = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DeliberationId = table.Column<long>(type: "bigint", nullable: false),
                    AreaCode = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Annex = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TargetId = table.Column<long>(type: "bigint", nullable: false),
                    HouseholdId = table.Column<long>(type: "bigint", nullable: false),
                    HouseholdVersion = table.Column<int>(type: "int", nullable: false),
                    HeadName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NikMask = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    MemberCount = table.Column<int>(type: "int", nullable: false),
                    DecileCode = table.Column<byte>(type: "tinyint", nullable: true),
                    Finding = table.Column<string>(type: "nvarchar(1100)", maxLength: 1100, nullable: false)
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
