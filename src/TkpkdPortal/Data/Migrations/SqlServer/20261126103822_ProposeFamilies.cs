using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ProposeFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CheckedById",
                table: "RoundTargets",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Proposals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    AreaCode = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2"),
                    HeadName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Sex = table.Column<int>(type: "int", nullable: true),
                    NikIndex = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    FamilyCardIndex = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    Address = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Members = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ProposedById = table.Column<long>(type: "bigint", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsByHead = table.Column<bool>(type: "bit", nullable: false),
                    SimilarSeen = table.Column<int>(type: "int", nullable: true),
                    Check = table.Column<int>(type: "int", nullable: false),
                    CheckedById = table.Column<long>(type: "bigint", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CheckNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    DuplicateOfId = table.Column<long>(type: "bigint", nullable: true),
                    HouseholdId = table.Column<long>(type: "bigint", nullable: true),
                    TargetId = table.Column<long>(type: "bigint", nullable: true),
                    SentRevision = table.Column<int>(type: "int", nullable: true),
                    SentHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    SentAnswer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    FamilyCard_Bytes = table.Column<byte[]>(type: "varbinary(64)", maxLength: 64, nullable: true),
                    FamilyCard_Mask = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Nik_Bytes = table.Column<byte[]>(type: "varbinary(64)", maxLength: 64, nullable: true),
                    Nik_Mask = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Proposals_Households_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposals_RoundTargets_TargetId",
                        column: x => x.TargetId,
                        principalTable: "RoundTargets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposals_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposals_Users_ProposedById",
                        column: x => x.ProposedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_AreaCode_Check",
                table: "Proposals",
                columns: new[] { "AreaCode", "Check" });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_HouseholdId",
                table: "Proposals",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_ProposedById",
                table: "Proposals",
                column: "ProposedById");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_PublicId",
                table: "Proposals",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_RoundId_AreaCode",
                table: "Proposals",
                columns: new[] { "RoundId", "AreaCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_TargetId",
                table: "Proposals",
                column: "TargetId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Proposals");

            migrationBuilder.DropColumn(
                name: "CheckedById",
                table: "RoundTargets");
        }
    }
}
